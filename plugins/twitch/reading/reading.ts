import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { parseIrc } from '../../../shared/formats/irc.external.ts';
import type { ConnectContext } from '../../../shared/plugin/plugin.ts';
import { type BackoffPlan, backoffMs } from './backoff.ts';
import type { Intake } from './intake.ts';
import { type SilencePlan, type SilenceWatch, watchSilence } from './silence.ts';
import { openReader, type Reader, type ReaderTarget } from './tmi-reader.ts';

/** Timings of a reading connection; the defaults are Twitch's. */
export interface ReadingPlan {
  readonly backoff: BackoffPlan;
  readonly silence: SilencePlan;
  /** A channel that does not answer JOIN within this does not exist, ms. */
  readonly joinWithinMs: number;
  /** Alive for so long: the next reconnect starts from the shortest wait, ms. */
  readonly steadyAfterMs: number;
}

export const READING_PLAN: ReadingPlan = {
  backoff: { baseMs: 1_000, maxMs: 60_000 },
  silence: { askAfterMs: 60_000, answerWithinMs: 10_000 },
  joinWithinMs: 15_000,
  steadyAfterMs: 30_000,
};

export type ReadingState = 'connecting' | 'live' | 'reconnecting';

type ReadingContext = Pick<ConnectContext<unknown>, 'clock' | 'random' | 'count' | 'log'>;

/**
 * Keeps a channel read: connects, watches for silence, reconnects with growing waits, and gives every
 * connection its own session. Returns the way to end it.
 */
export function keepReading(
  target: ReaderTarget,
  plan: ReadingPlan,
  context: ReadingContext,
  intake: Intake,
  onState: (state: ReadingState, fault?: Fault) => void,
): { readonly stop: () => void } {
  let stopped = false;
  let attempt = 0;
  let current: Running | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const lose = (run: Running, reason: string, atOnce: boolean) => {
    if (current !== run) return;
    current = null;
    run.stop();
    if (stopped) return;
    if (run.joinedAt !== null) {
      intake.end(reason);
      if (context.clock.now() - run.joinedAt >= plan.steadyAfterMs) attempt = 0;
      context.count('disconnects');
    }
    const wait = atOnce && attempt === 0 ? 0 : backoffMs(attempt, plan.backoff, context.random);
    attempt += 1;
    context.log('warn', `chat connection lost (${reason}); next try in ${Math.round(wait)} ms`);
    onState('reconnecting', fault('unreachable', reason));
    retry = setTimeout(open, wait);
  };

  const open = () => {
    if (stopped) return;
    const run: Running = startRun(target, plan, context, {
      joined: () => {
        intake.begin();
        onState('live');
      },
      lines: intake.lines,
      refusal: (problem) => onState('connecting', problem),
      lost: (reason, atOnce) => lose(run, reason, atOnce),
    });
    current = run;
  };

  onState('connecting');
  open();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(retry);
      current?.stop();
      current = null;
    },
  };
}

/** One connection from its opening to its loss. */
interface Running {
  joinedAt: number | null;
  readonly stop: () => void;
}

interface RunEvents {
  readonly joined: () => void;
  readonly lines: (lines: readonly string[]) => void;
  readonly refusal: (problem: Fault) => void;
  readonly lost: (reason: string, atOnce: boolean) => void;
}

function startRun(
  target: ReaderTarget,
  plan: ReadingPlan,
  context: ReadingContext,
  events: RunEvents,
): Running {
  let reader: Reader | null = null;
  let watch: SilenceWatch | null = null;
  const late = setTimeout(() => events.lost(`#${target.channel} did not answer`, false), plan.joinWithinMs);
  const run: Running = {
    joinedAt: null,
    stop: () => {
      clearTimeout(late);
      watch?.stop();
      reader?.drop();
    },
  };

  const onLines = (lines: readonly string[]) => {
    watch?.heard();
    const joins = run.joinedAt === null ? lines.findIndex((line) => isJoin(line, target.channel)) : 0;
    if (joins >= 0 && run.joinedAt === null) {
      run.joinedAt = context.clock.now();
      clearTimeout(late);
      events.joined();
    }
    if (run.joinedAt === null) {
      const refused = lines.map(refusalOf).find((found) => found !== null);
      if (refused) events.refusal(refused);
      return;
    }
    events.lines(joins > 0 ? lines.slice(joins) : lines);
    if (lines.some(isReconnect)) events.lost('the server asked to reconnect', true);
  };

  reader = openReader(target, {
    lines: onLines,
    down: (reason) => events.lost(reason, false),
    fault: (text) => {
      context.count('reader_faults');
      context.log('warn', text);
    },
  });
  watch = watchSilence(plan.silence, context.clock, {
    ask: () => reader?.ping(),
    dead: () => events.lost('no sign of life', false),
  });
  return run;
}

function isJoin(line: string, channel: string): boolean {
  return (
    line.endsWith(` JOIN #${channel}`) || (line.includes(' ROOMSTATE #') && line.endsWith(`#${channel}`))
  );
}

function isReconnect(line: string): boolean {
  return line.length < 200 && parseIrc(line)?.command === 'RECONNECT';
}

/** Why the server does not let us in: a NOTICE before the JOIN is answered. */
function refusalOf(line: string): Fault | null {
  const message = parseIrc(line);
  if (message?.command !== 'NOTICE') return null;
  const id = message.tags.get('msg-id') ?? '';
  const text = (message.params[1] ?? '').slice(0, 200);
  return fault(id === 'msg_channel_suspended' ? 'not_found' : 'platform_refused', text, { native: id });
}
