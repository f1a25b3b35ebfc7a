import { describe, expect, it } from 'vitest';
import { frameBatch } from './frame-batch.ts';

describe('a frame batch', () => {
  it('hands over what came since the last frame, once, and nothing after closing', () => {
    const frames: (() => void)[] = [];
    const flushed: (readonly number[])[] = [];
    const batch = frameBatch<number>(
      (run) => {
        frames.push(run);
        return () => frames.splice(frames.indexOf(run), 1);
      },
      (items) => flushed.push(items),
    );
    batch.add(1);
    batch.add(2);
    frames.shift()?.();
    batch.add(3);
    frames.shift()?.();
    batch.add(4);
    batch.close();
    expect({ flushed, left: frames.length }).toEqual({ flushed: [[1, 2], [3]], left: 0 });
  });
});
