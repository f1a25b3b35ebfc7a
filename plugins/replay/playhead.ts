import type { ReplayPosition } from '../../shared/plugin/plugin.ts';

/** Where a recording stands, as a function of the clock. */
export interface Playhead {
  readonly position: (now: number) => number;
  readonly state: (now: number) => Omit<ReplayPosition, 'lengthMs'>;
  readonly play: (now: number) => void;
  readonly pause: (now: number) => void;
  readonly setSpeed: (speed: number, now: number) => void;
  readonly jump: (atMs: number, now: number) => void;
}

/** A playhead at a position; it moves `speed` times as fast as the clock while it plays. */
export function createPlayhead(atMs: number, speed: number, playing: boolean, now: number): Playhead {
  let anchorAt = atMs;
  let anchorNow = now;
  let rate = speed;
  let moving = playing;

  const position = (at: number): number =>
    moving ? anchorAt + Math.max(0, at - anchorNow) * rate : anchorAt;
  const anchor = (at: number): void => {
    anchorAt = position(at);
    anchorNow = at;
  };

  return {
    position,
    state: (at) => ({ playing: moving, speed: rate, atMs: Math.round(position(at)) }),
    play: (at) => {
      anchor(at);
      moving = true;
    },
    pause: (at) => {
      anchor(at);
      moving = false;
    },
    setSpeed: (next, at) => {
      anchor(at);
      rate = next;
    },
    jump: (to, at) => {
      anchorAt = to;
      anchorNow = at;
    },
  };
}
