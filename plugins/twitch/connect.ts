import type { Fault } from '../../shared/domain/fault.ts';
import type { ConnectContext, Connection } from '../../shared/plugin/plugin.ts';
import type { HttpFetch } from '../../shared/plugin/sign-in.ts';
import { createTokens, VALIDATE_EVERY_MS } from './account/tokens.ts';
import { ATTEMPT_PLAN, type AttemptPlan } from './helix/attempts.ts';
import { createLedger } from './helix/ledger.ts';
import { createPace } from './helix/pace.ts';
import { createPerformer } from './helix/performer.ts';
import { createIntake } from './reading/intake.ts';
import { keepReading, READING_PLAN, type ReadingPlan, type ReadingState } from './reading/reading.ts';
import { secretName, type TwitchSettings } from './settings.ts';

/** What a test or a bench may change. */
export interface ConnectPlan {
  readonly reading: ReadingPlan;
  readonly attempts: AttemptPlan;
  readonly fetch: HttpFetch;
}

export const CONNECT_PLAN: ConnectPlan = {
  reading: READING_PLAN,
  attempts: ATTEMPT_PLAN,
  fetch: globalThis.fetch,
};

/** Reads a channel anonymously over IRC and acts on it by Helix. */
export function connectTwitch(
  context: ConnectContext<TwitchSettings>,
  plan: ConnectPlan = CONNECT_PLAN,
): Connection {
  const { settings, clock } = context;
  const ledger = createLedger(clock.now);
  const intake = createIntake(context, ledger.see);
  const naps = createNaps();
  let state: ReadingState = 'connecting';
  let readTrouble: Fault | undefined;
  let signInTrouble: Fault | null = null;
  let isClosed = false;

  const tell = () => {
    if (isClosed) return;
    const trouble = readTrouble ?? signInTrouble ?? undefined;
    context.status({ state, ...(trouble === undefined ? {} : { fault: trouble }) });
  };

  const tokens = createTokens({
    settings,
    secrets: context.secrets,
    fetch: plan.fetch,
    clock,
    onState: (trouble) => {
      const isNews = trouble?.detail !== signInTrouble?.detail || trouble?.code !== signInTrouble?.code;
      signInTrouble = trouble;
      if (isNews) tell();
    },
  });

  const reading = keepReading(
    { host: settings.ircHost, port: settings.ircPort, secure: settings.ircSecure, channel: settings.channel },
    plan.reading,
    context,
    intake,
    (next, trouble) => {
      state = next;
      readTrouble = trouble;
      tell();
    },
  );

  const perform = createPerformer({
    fetch: plan.fetch,
    helixUrl: settings.helixUrl,
    channel: settings.channel,
    tokens,
    ledger,
    pace: createPace(clock.now),
    clock,
    random: context.random,
    sleep: naps.sleep,
    plan: plan.attempts,
  });

  /** Reading needs no account: an account is only checked where one is signed in. */
  const checkAccount = async () => {
    if ((await context.secrets.get(secretName(settings))) !== null) await tokens.current();
  };
  const checkQuietly = () => {
    checkAccount().catch((cause: unknown) => context.log('error', `sign-in check failed: ${String(cause)}`));
  };
  checkQuietly();
  const hourly = setInterval(checkQuietly, VALIDATE_EVERY_MS);

  return {
    perform,
    close: async () => {
      isClosed = true;
      clearInterval(hourly);
      naps.wakeAll();
      reading.stop();
      await intake.drained();
    },
  };
}

/** Waits that end early when the connection closes. */
function createNaps() {
  const sleeping = new Map<NodeJS.Timeout, (whole: boolean) => void>();
  let isClosed = false;
  return {
    sleep: (ms: number): Promise<boolean> => {
      if (isClosed) return Promise.resolve(false);
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          sleeping.delete(timer);
          resolve(true);
        }, ms);
        sleeping.set(timer, resolve);
      });
    },
    wakeAll: () => {
      isClosed = true;
      for (const [timer, wake] of sleeping) {
        clearTimeout(timer);
        wake(false);
      }
      sleeping.clear();
    },
  };
}
