import { useEffect, useReducer } from 'react';
import { newPlayer, type Player, playerStep, type Speed } from './player.ts';

/** How often the position moves on the screen, ms. */
const TICK_MS = 100;

/** The play-back and its controls. */
export interface PlayerControls extends Player {
  readonly toggle: () => void;
  readonly seek: (at: number) => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** A player over a sitting, driven by the page's clock. Begins at `at`, or at the start. */
export function usePlayer(from: number, to: number, at: number | undefined): PlayerControls {
  const [player, send] = useReducer(playerStep, null, () => {
    const now = Date.now();
    return playerStep(newPlayer(from, to, now), { kind: 'seek', at: at ?? from, now });
  });
  useEffect(() => send({ kind: 'extend', to, now: Date.now() }), [to]);
  useEffect(() => {
    if (!player.playing) return;
    const timer = setInterval(() => send({ kind: 'tick', now: Date.now() }), TICK_MS);
    return () => clearInterval(timer);
  }, [player.playing]);
  return {
    ...player,
    toggle: () => send({ kind: player.playing ? 'pause' : 'play', now: Date.now() }),
    seek: (moment) => send({ kind: 'seek', at: moment, now: Date.now() }),
    setSpeed: (speed) => send({ kind: 'speed', speed, now: Date.now() }),
  };
}
