import type { EventKind, LiveEvent } from '../../shared/domain/event.ts';
import { counter } from '../../shared/formats/decoder.ts';
import { makeEvent } from '../../shared/formats/envelope.ts';
import { createShow } from './show.ts';

const START = 1_716_192_000_000;

/** The first few of every kind of a show with a fixed seed, for the rule studio. */
export const DEMO_SAMPLES: readonly LiveEvent[] = samples(3);

function samples(each: number): readonly LiveEvent[] {
  const show = createShow({ seed: 7, room: '小满的歌房', rate: 1, script: 'full' });
  const context = {
    roomId: 'sample',
    source: 'demo',
    session: 'sample',
    historical: false,
    now: () => START,
    nextSeq: counter(),
  };
  const taken = new Map<EventKind, number>();
  const out: LiveEvent[] = [];
  for (let turn = 0; turn < 1_200; turn++) {
    const { draft, atMs, n } = show.next();
    const before = taken.get(draft.kind) ?? 0;
    if (before >= each) continue;
    taken.set(draft.kind, before + 1);
    const numbered =
      draft.kind === 'chat' ? { ...draft, body: { ...draft.body, messageId: `m${n}` } } : draft;
    const stamp = {
      key: String(n),
      occurredAt: START + atMs,
      tsPrecision: 'ms',
      parserVersion: 'demo@1',
    } as const;
    out.push(makeEvent(context, 'demo', numbered, { ...stamp, raw: { encoding: 'none', data: '' } }));
  }
  return out;
}
