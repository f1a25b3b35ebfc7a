import type { Clock, Ids, Random } from '../../../shared/domain/effects.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { PluginDescription } from '../../../shared/plugin/plugin.ts';
import type { Secrets } from '../../../shared/plugin/secrets.ts';
import { sleep } from '../effects.ts';

/** What a live test of a source's settings found. */
export interface TrialResult {
  readonly state: string;
  readonly events: number;
  readonly fault?: Fault | undefined;
}

/** What a trial needs. */
export interface TrialDeps {
  readonly plugins: ReadonlyMap<string, PluginDescription>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly secretsOf: (roomId: string) => Secrets;
}

/** Connects for at most `forMs`, stores nothing, and says how it went. */
export async function tryOut(
  deps: TrialDeps,
  pluginId: string,
  settings: unknown,
  forMs: number,
): Promise<Result<TrialResult>> {
  const plugin = deps.plugins.get(pluginId);
  if (plugin === undefined) return fail(fault('invalid', `plugin ${pluginId}`));
  const parsed = plugin.settings.safeParse(settings);
  if (!parsed.success)
    return fail(
      fault(
        'invalid',
        parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
      ),
    );
  let events = 0;
  let state = 'connecting';
  let problem: Fault | undefined;
  const stop = new AbortController();
  const connection = plugin.connect({
    roomId: 'trial',
    settings: parsed.data,
    clock: deps.clock,
    ids: deps.ids,
    random: deps.random,
    secrets: deps.secretsOf('trial'),
    emit: async (batch) => {
      events += batch.length;
      if (events >= 20) stop.abort();
    },
    status: (status) => {
      state = status.state;
      problem = status.fault;
      if (state === 'failed') stop.abort();
    },
    count: () => undefined,
    log: () => undefined,
  });
  await sleep(forMs, stop.signal);
  await connection.close();
  return ok({ state, events, ...(problem === undefined ? {} : { fault: problem }) });
}
