import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatFrame, FeedPosition } from '../../shared/api/views.ts';
import { chatRow } from '../testing/samples.ts';
import { applyChat, type ChatState, EMPTY_CHAT } from './chat.ts';
import { followFeed } from './feed.ts';

describe('following a feed', () => {
  it('loses nothing and shows nothing twice, however often the line breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 }),
        async (total, breaks) => {
          const end = new AbortController();
          let state: ChatState = EMPTY_CHAT;
          const opened: (FeedPosition | undefined)[] = [];
          await followFeed<ChatFrame>({
            signal: end.signal,
            chance: () => 0,
            pause: () => Promise.resolve(),
            ready: () => Promise.resolve(),
            position: () => state.position,
            open: async (resume) => {
              opened.push(resume);
              return server(total, resume, breaks[opened.length - 1]);
            },
            take: (frame) => {
              const next = applyChat(state, [frame]);
              if (next === 'resync') return 'resync';
              state = next;
              if (state.position?.offset === total) end.abort();
              return 'taken';
            },
          });
          expect(state.rows.map((row) => row.offset)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
          expect(opened[0]).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('asks for a snapshot when what comes does not continue what is known', async () => {
    const end = new AbortController();
    const opened: (FeedPosition | undefined)[] = [];
    await followFeed<string>({
      signal: end.signal,
      chance: () => 0,
      pause: () => Promise.resolve(),
      ready: () => Promise.resolve(),
      position: () => ({ epoch: 'old', offset: 9 }),
      open: async (resume) => {
        opened.push(resume);
        if (opened.length === 2) end.abort();
        return one('frame');
      },
      take: () => 'resync',
    });
    expect(opened).toEqual([{ epoch: 'old', offset: 9 }, undefined]);
  });
});

/** Sends one row a frame after the position, and breaks after so many. */
async function* server(
  total: number,
  resume: FeedPosition | undefined,
  breakAfter: number | undefined,
): AsyncGenerator<ChatFrame> {
  let offset = resume?.offset ?? 0;
  if (resume === undefined)
    yield { kind: 'snapshot', position: { epoch: 'a', offset: 0 }, rows: [], reset: false };
  for (let sent = 0; offset < total; sent += 1) {
    if (sent === breakAfter) throw new Error('the line broke');
    offset += 1;
    yield { kind: 'batch', position: { epoch: 'a', offset }, rows: [chatRow(offset)], thinned: 0 };
  }
}

async function* one<T>(value: T): AsyncGenerator<T> {
  yield value;
}
