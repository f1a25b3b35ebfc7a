import { expect, it } from 'vitest';
import type { FeedLine, FeedRequest } from './feed-line.ts';
import { followFrames, type PlacedFrame } from './follow-frames.ts';

const at = (kind: PlacedFrame['kind'], epoch: string, offset: number): PlacedFrame => ({
  kind,
  position: { epoch, offset },
});
const BEGUN = at('snapshot', 'a', 5).position;

it.each([
  ['a batch without anything before it', undefined, [at('batch', 'a', 1)], ['resync'], undefined],
  [
    'a snapshot and what goes on from it',
    undefined,
    [at('snapshot', 'a', 1), at('batch', 'a', 2)],
    ['taken', 'taken'],
    2,
  ],
  ['a batch that goes on from where we stood', BEGUN, [at('batch', 'a', 6)], ['taken'], 6],
  ['a batch of another epoch', BEGUN, [at('batch', 'b', 6)], ['resync'], 5],
  [
    'a snapshot of another epoch',
    BEGUN,
    [at('snapshot', 'b', 1), at('batch', 'b', 2)],
    ['taken', 'taken'],
    2,
  ],
] as const)('%s', (_what, from, frames, answers, offset) => {
  let asked: FeedRequest<PlacedFrame> | undefined;
  const line: FeedLine = {
    schedule: () => () => undefined,
    follow: async (request) => {
      asked = request as unknown as FeedRequest<PlacedFrame>;
    },
  };
  const taken: PlacedFrame[] = [];
  const stop = followFrames<PlacedFrame>(line, {
    open: () => Promise.reject(new Error('nothing is opened here')),
    take: (frame) => taken.push(frame),
    from,
  });
  expect(frames.map((frame) => asked?.take(frame))).toEqual(answers);
  expect(taken).toHaveLength(answers.filter((answer) => answer === 'taken').length);
  expect(asked?.position()?.offset).toBe(offset);
  stop();
  expect(asked?.signal.aborted).toBe(true);
});
