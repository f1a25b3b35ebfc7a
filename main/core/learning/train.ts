import { createDetector } from '../../../shared/detect/detector.ts';
import type { LearntRoom } from '../../../shared/detect/learnt.ts';
import { learnRoom } from '../../../shared/detect/training.ts';
import type { AlertBudget, Detector } from '../../../shared/detect/types.ts';
import type { EventOf } from '../../../shared/domain/event.ts';
import type { RoomModel, TrainingProgress } from '../../../shared/learning/model.ts';

/** What a thread is given to train a room on; texts are joined by line breaks, which none of them holds. */
export interface TrainingOrder {
  readonly roomId: string;
  /** The room's own messages, oldest first. */
  readonly samples: string;
  /** Of other rooms of its platform, where its own are few. */
  readonly borrowed: string;
  /** Of other rooms, one piece each. */
  readonly others: readonly string[];
  readonly dismissed: readonly string[];
  readonly confirmed: readonly string[];
  readonly budget: AlertBudget;
}

/** What came of it. */
export interface Trained {
  readonly learnt: LearntRoom;
  readonly check: RoomModel['check'];
}

/** What the thread says. */
export type TrainerReply =
  | { readonly kind: 'progress'; readonly stage: TrainingProgress['stage']; readonly done: number }
  | {
      readonly kind: 'done';
      readonly bytes: Uint8Array;
      readonly packed: string;
      readonly check: RoomModel['check'];
    };

/** Fewer messages are not worth a test of their own. */
const TESTED_FROM = 1_000;
const TESTED_PART = 0.1;
const MOST_TESTED = 5_000;
/** What is said at least so often in other rooms is nothing special. */
const SAID_AGAIN = 2;
const MOST_ELSEWHERE = 20_000;
const PAUSE = 2_000;

/**
 * Trains a room, after a rehearsal: a model of the older messages is tried on the newest, so that the rate it
 * gives is known and not assumed. Some 20 µs a message in all.
 */
export function trainRoom(
  order: TrainingOrder,
  tell: (stage: TrainingProgress['stage'], done: number) => void,
): Trained {
  const samples = linesOf(order.samples);
  const borrowed = linesOf(order.borrowed);
  const { dismissed, confirmed, roomId, budget } = order;
  const elsewhere = saidAgain(order.others);
  const learn = (texts: readonly string[], from: number, to: number): LearntRoom =>
    learnRoom({ samples: texts, borrowed, elsewhere, dismissed, confirmed }, (done) =>
      tell('training', from + (to - from) * done),
    );
  const make = (learnt: LearntRoom): Detector =>
    createDetector({
      roomId,
      budgetPerThousand: budget.perThousand,
      budget,
      // What the model itself makes of what was taught, not what the list of it says.
      memory: { hype: [], allowedPersons: [], allowedTexts: [] },
      learnt,
      adapts: true,
    });
  const size =
    samples.length < TESTED_FROM ? 0 : Math.min(MOST_TESTED, Math.floor(samples.length * TESTED_PART));
  const newest = samples.slice(samples.length - size);
  let alerts = 0;
  if (size > 0) {
    const rehearsal = make(learn(samples.slice(0, samples.length - size), 0.05, 0.4));
    newest.forEach((text, index) => {
      if (index % 500 === 0) tell('testing', 0.4 + (0.1 * index) / size);
      if (isFlagged(rehearsal, text, index)) alerts += 1;
    });
  }
  const learnt = learn(samples, 0.5, 0.9);
  tell('testing', 0.9);
  const fresh = make(learnt);
  const flagged = (texts: readonly string[]): number =>
    texts.filter((text, index) => isFlagged(fresh, text, index)).length;
  return {
    learnt,
    check: {
      messages: size,
      perThousand: size === 0 ? 0 : Math.round((alerts / size) * 10_000) / 10,
      dismissedQuiet: dismissed.length - flagged(dismissed),
      confirmedFound: flagged(confirmed),
    },
  };
}

function linesOf(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split('\n');
}

/** What other rooms say more than once, each room counted on its own and together. */
function saidAgain(others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of others.flatMap(linesOf)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].flatMap(([text, count]) => (count >= SAID_AGAIN ? [text] : [])).slice(0, MOST_ELSEWHERE);
}

/** Whether somebody new saying it would be an alert. */
function isFlagged(detector: Detector, text: string, index: number): boolean {
  return detector.inspect({ event: chatOf(text, index) }).some((verdict) => verdict.flag);
}

function chatOf(text: string, index: number): EventOf<'chat'> {
  const at = (index + 1) * PAUSE;
  return {
    v: 1,
    eventId: `text:training:chat:${index}`,
    platform: 'text',
    source: 'training',
    session: 'training',
    seq: index,
    roomId: 'training',
    occurredAt: at,
    tsPrecision: 's',
    receivedAt: at,
    historical: true,
    raw: { encoding: 'none', data: '' },
    parserVersion: '1',
    actor: {
      id: `${index}`,
      idKind: 'uid',
      name: `${index}`,
      roles: [],
      badges: [],
      anonymous: false,
      actionable: false,
    },
    kind: 'chat',
    body: { messageId: `${index}`, text },
  };
}
