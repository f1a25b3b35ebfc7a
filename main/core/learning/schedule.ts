import type { TrainingReason } from '../../../shared/learning/model.ts';

/** What decides whether a room is trained by itself. Times in epoch ms. */
export interface ScheduleFacts {
  readonly now: number;
  /** 0..23, of the machine's own zone. */
  readonly hour: number;
  /** Of the last training, whatever came of it; absent: never. */
  readonly lastAt?: number | undefined;
  readonly lastChatAt?: number | undefined;
  readonly heldUntil?: number | undefined;
  readonly samples: number;
  /** Messages taken since the last training. */
  readonly fresh: number;
  /** Messages the model in use was made from; absent: there is none. */
  readonly modelSamples?: number | undefined;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Messages below which nothing is learnt. */
export const LEAST_SAMPLES = 300;
const LEAST_FRESH = 200;
const MUCH_FRESH = 2_000;
/** The quiet hours, of the machine's zone. */
const QUIET_FROM = 4;
const QUIET_TO = 6;
const SILENT_MS = 15 * MINUTE;
/** A young room grows out of its model. */
const YOUNG = 5_000;
const GROWN = 4;
const OVERDUE_MS = 48 * HOUR;

/** Why the room is to be trained now, or null. */
export function dueTraining(facts: ScheduleFacts): TrainingReason | null {
  const { now, fresh, samples, modelSamples } = facts;
  const since = now - (facts.lastAt ?? 0);
  if (now < (facts.heldUntil ?? 0) || samples < LEAST_SAMPLES) return null;
  if (modelSamples === undefined) return since >= 10 * MINUTE ? 'first' : null;
  if (modelSamples < YOUNG && samples >= modelSamples * GROWN && since >= 10 * MINUTE) return 'first';
  if (fresh < LEAST_FRESH) return null;
  if (facts.hour >= QUIET_FROM && facts.hour < QUIET_TO && since >= 18 * HOUR) return 'nightly';
  if (fresh < MUCH_FRESH) return null;
  const isSilent = now - (facts.lastChatAt ?? 0) >= SILENT_MS;
  if (isSilent && since >= 6 * HOUR) return 'quiet';
  return since >= OVERDUE_MS ? 'nightly' : null;
}

/** When the next quiet hour begins that is late enough after the last training; `hour` and `minute` are now's. */
export function nextQuietHour(now: number, hour: number, minute: number, lastAt: number | undefined): number {
  const today = now - (hour * 60 + minute) * MINUTE + QUIET_FROM * HOUR;
  const begun = Math.floor(today / MINUTE) * MINUTE;
  const next = hour < QUIET_TO ? begun : begun + 24 * HOUR;
  return (lastAt ?? 0) + 18 * HOUR > next + (QUIET_TO - QUIET_FROM) * HOUR ? next + 24 * HOUR : next;
}
