import { createDetector } from '../../../shared/detect/detector.ts';
import type { Detector } from '../../../shared/detect/types.ts';
import type { EventOf } from '../../../shared/domain/event.ts';
import type { Log } from '../effects.ts';

const KEPT = 4_000;
const KEPT_LENGTH = 400;

/**
 * The detector's score for insults in a text, 0..1; the same text is scored once. A text that breaks the detector
 * has none: what a viewer says is stored in any case.
 */
export function createAbuseScore(log: Log): (text: string) => number {
  const known = new Map<string, number>();
  const made: { detector?: Detector } = {};
  let count = 0;
  const scoreOf = (text: string, index: number): number => {
    try {
      made.detector ??= createDetector({
        roomId: 'support',
        budgetPerThousand: 3,
        memory: { hype: [], allowedPersons: [], allowedTexts: [] },
      });
      const verdicts = made.detector.inspectAll({ event: chat(text, index) });
      return verdicts.find((verdict) => verdict.category === 'abuse')?.score ?? 0;
    } catch (error) {
      log('error', 'abuse score failed', { error: String(error) });
      return 0;
    }
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    count += 1;
    const score = scoreOf(text, count);
    if (text.length <= KEPT_LENGTH) known.set(text, score);
    if (known.size > KEPT) for (const key of [...known.keys()].slice(0, KEPT / 2)) known.delete(key);
    return score;
  };
}

/** Each text stands alone: another person, an hour later, so that no window joins them. */
function chat(text: string, index: number): EventOf<'chat'> {
  const at = index * 3_600_000;
  return {
    v: 1,
    eventId: `text:support:chat:${index}`,
    platform: 'text',
    source: 'support',
    session: 'support',
    seq: index,
    roomId: 'support',
    occurredAt: at,
    tsPrecision: 'ms',
    receivedAt: at,
    historical: false,
    actor: {
      id: String(index),
      idKind: 'uid',
      name: String(index),
      roles: [],
      badges: [],
      anonymous: false,
      actionable: true,
    },
    raw: { encoding: 'none', data: '' },
    parserVersion: 'support@1',
    kind: 'chat',
    body: { messageId: String(index), text },
  };
}
