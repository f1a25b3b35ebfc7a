import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { PluginDescription } from '../../../shared/plugin/plugin.ts';
import type { Secrets } from '../../../shared/plugin/secrets.ts';
import type { DeviceCode, HttpFetch, SignedIn, SignInDeps } from '../../../shared/plugin/sign-in.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Rooms } from './service.ts';

/** Signing in to a room's platform. */
export interface SignIns {
  readonly start: (roomId: string) => Promise<Result<Omit<DeviceCode, 'deviceCode'>>>;
  readonly poll: (
    roomId: string,
    by: Actor,
  ) => Promise<
    Result<{ readonly state: 'waiting' | 'done'; readonly login?: string; readonly scopes?: string[] }>
  >;
  readonly paste: (
    roomId: string,
    token: string,
    by: Actor,
  ) => Promise<Result<{ readonly login: string; readonly scopes: string[] }>>;
}

/** The device code stays here; the page sees only what a person must type. */
export function createSignIns(deps: {
  readonly rooms: Rooms;
  readonly plugins: ReadonlyMap<string, PluginDescription>;
  readonly secretsOf: (roomId: string) => Secrets;
  readonly fetch: HttpFetch;
  readonly clock: Clock;
  readonly desk: Pick<Desk, 'commit'>;
}): SignIns {
  const codes = new Map<string, DeviceCode>();

  const target = (
    roomId: string,
  ): Result<{
    readonly plugin: PluginDescription;
    readonly settings: unknown;
    readonly with: SignInDeps;
  }> => {
    const room = deps.rooms.get(roomId)?.room;
    const plugin = room === undefined ? undefined : deps.plugins.get(room.plugin);
    if (room === undefined || plugin === undefined) return fail(fault('not_found', roomId));
    const settings = plugin.settings.safeParse(room.settings);
    if (!settings.success) return fail(fault('invalid', 'settings'));
    return ok({
      plugin,
      settings: settings.data,
      with: { fetch: deps.fetch, clock: deps.clock, secrets: deps.secretsOf(roomId) },
    });
  };
  const adopt = async (roomId: string, account: SignedIn<unknown>, by: Actor): Promise<Result<null>> => {
    const room = deps.rooms.get(roomId)?.room;
    if (room === undefined) return fail(fault('not_found', roomId));
    const fresh = account.settings as Record<string, unknown>;
    const noted = await deps.desk.commit(
      [],
      [auditOf(deps.clock.now(), by, 'room.sign_in', { roomId, detail: account.login })],
    );
    if (!noted.ok) return noted;
    // The same account again needs no reconnect: actions that wait for this sign-in go on at once.
    if (Object.entries(fresh).every(([key, value]) => room.settings[key] === value)) return ok(null);
    const changed = await deps.rooms.update({ ...room, settings: { ...room.settings, ...fresh } }, by);
    return changed.ok ? ok(null) : changed;
  };

  return {
    async start(roomId) {
      const found = target(roomId);
      if (!found.ok) return found;
      const { signIn } = found.value.plugin;
      if (signIn === undefined) return fail(fault('unsupported'));
      const begun = await signIn.start(found.value.settings, found.value.with);
      if (!begun.ok) return begun;
      codes.set(roomId, begun.value);
      const { deviceCode: _, ...shown } = begun.value;
      return ok(shown);
    },
    async poll(roomId, by) {
      const found = target(roomId);
      if (!found.ok) return found;
      const code = codes.get(roomId);
      const { signIn } = found.value.plugin;
      if (signIn === undefined || code === undefined) return fail(fault('not_found', 'device code'));
      const asked = await signIn.poll(found.value.settings, code.deviceCode, found.value.with);
      if (!asked.ok) return asked;
      if (asked.value.kind === 'pending') return ok({ state: 'waiting' });
      codes.delete(roomId);
      const adopted = await adopt(roomId, asked.value.account, by);
      return adopted.ok
        ? ok({ state: 'done', login: asked.value.account.login, scopes: [...asked.value.account.scopes] })
        : adopted;
    },
    async paste(roomId, token, by) {
      const found = target(roomId);
      if (!found.ok) return found;
      const { signIn } = found.value.plugin;
      if (signIn === undefined) return fail(fault('unsupported'));
      const account = await signIn.paste(found.value.settings, token, found.value.with);
      if (!account.ok) return account;
      const adopted = await adopt(roomId, account.value, by);
      return adopted.ok ? ok({ login: account.value.login, scopes: [...account.value.scopes] }) : adopted;
    },
  };
}
