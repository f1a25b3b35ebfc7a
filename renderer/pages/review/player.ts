/** Speeds offered, times real time. */
export const SPEEDS = [1, 2, 5, 10, 20] as const;
export type Speed = (typeof SPEEDS)[number];

/** A play-back of one sitting. Times are epoch ms; `at` holds at the wall time `since`. */
export interface Player {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly speed: Speed;
  readonly playing: boolean;
  /** Wall time at which `at` was true; moves with every command and tick. */
  readonly since: number;
}

/** What can be asked of it; `now` is the wall time, epoch ms. */
export type PlayerCommand =
  | { readonly kind: 'play'; readonly now: number }
  | { readonly kind: 'pause'; readonly now: number }
  | { readonly kind: 'tick'; readonly now: number }
  | { readonly kind: 'seek'; readonly at: number; readonly now: number }
  | { readonly kind: 'speed'; readonly speed: Speed; readonly now: number }
  /** A running sitting grew. */
  | { readonly kind: 'extend'; readonly to: number; readonly now: number };

/** Standing at the beginning. */
export function newPlayer(from: number, to: number, now: number): Player {
  return { from, to: Math.max(from, to), at: from, speed: 1, playing: false, since: now };
}

/** The next state. Play at the end begins anew; reaching the end stops. */
export function playerStep(player: Player, command: PlayerCommand): Player {
  const here = advance(player, command.now);
  switch (command.kind) {
    case 'play':
      return { ...here, at: here.at >= here.to ? here.from : here.at, playing: here.to > here.from };
    case 'pause':
      return { ...here, playing: false };
    case 'tick':
      return here;
    case 'seek':
      return { ...here, at: clamp(command.at, here.from, here.to) };
    case 'speed':
      return { ...here, speed: command.speed };
    case 'extend':
      return { ...here, to: Math.max(here.to, command.to) };
  }
}

/** The next offered speed up (+1) or down (−1). */
export function nextSpeed(speed: Speed, step: 1 | -1): Speed {
  const index = SPEEDS.indexOf(speed) + step;
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, index))] ?? speed;
}

function advance(player: Player, now: number): Player {
  if (!player.playing) return { ...player, since: now };
  const at = player.at + Math.max(0, now - player.since) * player.speed;
  return at >= player.to
    ? { ...player, at: player.to, playing: false, since: now }
    : { ...player, at, since: now };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
