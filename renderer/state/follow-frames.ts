import type { FeedPosition } from '../../shared/api/views.ts';
import type { Dispose } from '../../shared/domain/effects.ts';
import type { FeedLine, FeedRequest } from './feed-line.ts';

/** A frame with its place: a snapshot begins anew, a batch goes on. */
export interface PlacedFrame {
  readonly kind: 'snapshot' | 'batch';
  readonly position: FeedPosition;
}

/**
 * Follows a feed of placed frames from `from`, or from a snapshot, until the answer is called. A batch of another
 * epoch than the last frame's does not go on where we stand: then it begins anew.
 */
export function followFrames<Frame extends PlacedFrame>(
  line: FeedLine,
  options: {
    readonly open: FeedRequest<Frame>['open'];
    readonly take: (frame: Frame) => void;
    readonly from?: FeedPosition | undefined;
  },
): Dispose {
  const end = new AbortController();
  // Of frames received, which may be one animation frame ahead of those shown.
  let position = options.from;
  void line.follow<Frame>({
    signal: end.signal,
    open: options.open,
    position: () => position,
    take: (frame) => {
      if (frame.kind === 'batch' && frame.position.epoch !== position?.epoch) return 'resync';
      position = frame.position;
      options.take(frame);
      return 'taken';
    },
  });
  return () => end.abort();
}
