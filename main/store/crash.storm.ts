import { SYSTEM } from '../../shared/domain/actor.ts';
import type { LiveEvent } from '../../shared/domain/event.ts';
import { chatEvent, giftEvent, TEST_TIME } from '../../shared/testing/events.ts';
import type { StoreOp } from './store.ts';

/** Rows of one write of the storm. */
export const STORM_ROWS = 12;

/**
 * The n-th write of a storm's run; always the same for the same numbers. Every third has events only,
 * every fourth spreads over two days, the others decide something as well.
 */
export function stormWrite(run: number, n: number): readonly StoreOp[] {
  const name = stormName(run, n);
  const rows = Array.from({ length: STORM_ROWS }, (_, index) => ({
    offset: 0,
    event: stormEvent(`${name}-${index}`, n, index),
    verdicts: [],
  }));
  const events: StoreOp = { op: 'events', rows };
  if (n % 3 === 0) return [events];
  const { id, name: by } = SYSTEM;
  return [
    events,
    { op: 'put', table: 'settings', row: { id: name, value: n, updatedAt: TEST_TIME } },
    {
      op: 'audit',
      entry: { at: TEST_TIME, actor: { kind: 'system', id, name: by }, what: 'storm', subject: name },
    },
  ];
}

/** What the write is called, in the keys of its events and as the id of its record. */
export function stormName(run: number, n: number): string {
  return `r${run}n${n}`;
}

function stormEvent(key: string, n: number, index: number): LiveEvent {
  const at = TEST_TIME + n * 500 + (n % 4 === 0 && index % 2 === 0 ? 86_400_000 : 0);
  const spec = { key, at, user: `u${(n + index) % 7}` };
  return index % 3 === 2
    ? giftEvent({ ...spec, fen: 10 })
    : chatEvent({ ...spec, text: `风暴里的第${index}句` });
}
