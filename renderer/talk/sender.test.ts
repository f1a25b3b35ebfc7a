import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../shared/support/views.ts';
import { EMPTY_LOG, takeAnswer, takeFrame } from './log.ts';
import {
  amend,
  drop,
  enqueue,
  keepable,
  nextToSend,
  type Outbox,
  type Pending,
  readKept,
  withoutArrived,
} from './outbox.ts';
import { createSender, type Sent } from './sender.ts';
import { said } from './talk.fixture.ts';

const pending = (id: string, more: Partial<Pending> = {}): Pending => ({
  id,
  at: 1,
  audience: 'all',
  state: 'waiting',
  body: { kind: 'text', text: id },
  ...more,
});

describe('the outbox', () => {
  it.each<[string, Outbox, string | undefined]>([
    ['empty', [], undefined],
    ['the oldest', [pending('a'), pending('b')], 'a'],
    ['none while one is under way', [pending('a', { state: 'sending' }), pending('b')], undefined],
    ['past one that failed', [pending('a', { state: 'failed' }), pending('b')], 'b'],
  ])('next: %s', (_, outbox, expected) => {
    expect(nextToSend(outbox)?.id).toBe(expected);
  });

  it('knows what it holds, and lets go of what arrived', () => {
    const box = enqueue(enqueue(enqueue([], pending('a')), pending('a')), pending('b'));
    const log = takeFrame(EMPTY_LOG, { rev: 1, messages: [said('a', 1, 1)] });
    expect([
      box.length,
      withoutArrived(box, log).map((one) => one.id),
      drop(box, 'b').map((one) => one.id),
    ]).toEqual([2, ['b'], ['a']]);
  });

  it.each<[string, string | null, Outbox]>([
    ['nothing', null, []],
    ['not JSON', '{', []],
    ['not a list', '{"a":1}', []],
    ['odd rows', '[null,1,{"id":1},{"id":"a","at":1,"body":{"text":""}}]', []],
    ['what was kept', keepable([pending('a', { state: 'sending' })]), [pending('a')]],
  ])('reads %s', (_, text, expected) => {
    expect(readKept(text)).toEqual(expected);
  });
});

/** A hub that knows messages by their id, over a line that loses requests, loses answers, and is slow. */
describe('sending over a bad line', () => {
  type Fate = 'arrives' | 'lost_before' | 'lost_after' | 'busy' | 'cut';
  const fate = fc.constantFrom<Fate>('arrives', 'lost_before', 'lost_after', 'busy', 'cut');

  it('each is stored once, in the order it was said, whatever breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fate, { maxLength: 30 }),
        async (count, fates) => {
          const stored: MessageView[] = [];
          let outbox: Outbox = [];
          let log = EMPTY_LOG;
          const left = [...fates];
          const store = (id: string): MessageView => {
            const known = stored.find((message) => message.id === id);
            if (known !== undefined) return known;
            const made = said(id, stored.length + 1, stored.length + 1);
            stored.push(made);
            return made;
          };
          const sender = createSender({
            read: () => outbox,
            write: (next) => {
              outbox = next;
            },
            stored: (message) => {
              log = takeAnswer(log, message);
            },
            isOpen: () => true,
            after: () => undefined,
            send: async ({ id }): Promise<Sent> => {
              const now = left.shift() ?? 'arrives';
              if (now === 'busy') return { kind: 'later', afterMs: 1 };
              if (now === 'lost_before') return { kind: 'unreachable' };
              const message = store(id);
              if (now === 'cut') sender.lost();
              return now === 'lost_after' ? { kind: 'unreachable' } : { kind: 'stored', message };
            },
          });
          const ids = Array.from({ length: count }, (_, index) => `m${index}`);
          for (const id of ids) {
            outbox = enqueue(outbox, pending(id));
            sender.pump();
          }
          for (let round = 0; outbox.length > 0 && round < 200; round += 1) {
            await Promise.resolve();
            await Promise.resolve();
            sender.pump();
          }
          expect([
            outbox,
            stored.map((message) => message.id),
            log.messages.map((message) => message.id),
          ]).toEqual([[], ids, ids]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps what was refused, says why, and goes on with the next', async () => {
    let outbox: Outbox = [pending('a'), pending('b')];
    const sender = createSender({
      read: () => outbox,
      write: (next) => {
        outbox = next;
      },
      stored: () => undefined,
      isOpen: () => true,
      after: () => undefined,
      send: async ({ id }) =>
        id === 'a' ? { kind: 'refused', code: 'too_large' } : { kind: 'stored', message: said(id, 1, 1) },
    });
    sender.pump();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(outbox).toEqual([pending('a', { state: 'failed', fault: 'too_large' })]);
    expect(amend(outbox, 'a', (one) => ({ ...one, state: 'waiting' }))[0]?.state).toBe('waiting');
  });
});
