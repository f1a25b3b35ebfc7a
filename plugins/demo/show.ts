import type { Draft } from '../../shared/formats/envelope.ts';
import { createAgenda } from './agenda.ts';
import { runAmbient } from './ambient.ts';
import { createCast } from './cast.ts';
import { createDice } from './random.ts';
import { ROOMS, type RoomKey } from './rooms.ts';
import { runScript } from './script.ts';
import { type Beat, chatDraft, type OtherSanction, type Stage } from './stage.ts';

/** What a show is made from; equal options give equal shows. */
export interface ShowOptions {
  readonly seed: number;
  readonly room: RoomKey;
  /** Times the room's ordinary rate. */
  readonly rate: number;
  readonly script: 'full' | 'calm';
}

/** An endless show. */
export interface Show {
  /** The next thing that happens; times never go back. */
  readonly next: () => Beat;
}

/** A seeded show: it reads no clock and knows nothing of who is muted. */
export function createShow(options: ShowOptions): Show {
  const plan = ROOMS[options.room];
  const dice = createDice(options.seed);
  const agenda = createAgenda();
  const cast = createCast(plan.streamer, plan.medal, dice.fork());
  const ready: Beat[] = [];
  let n = 0;

  const emit = (atMs: number, draft: Draft, sanction?: OtherSanction): void => {
    ready.push({ atMs: Math.round(atMs), n: n++, draft, ...(sanction ? { sanction } : {}) });
  };
  const at = (atMs: number, draft: Draft, sanction?: OtherSanction): void => {
    agenda.add(atMs, (now) => emit(now, draft, sanction));
  };
  const stage = (): Stage => ({
    agenda,
    cast,
    dice: dice.fork(),
    emit,
    at,
    say: (atMs, who, text) => at(atMs, chatDraft(who, text)),
  });

  runAmbient(stage(), plan, options.rate);
  if (options.script === 'full') runScript(stage());

  const next = (): Beat => {
    for (;;) {
      const beat = ready.shift();
      if (beat !== undefined) return beat;
      if (!agenda.step()) throw new Error('the show has run dry');
    }
  };
  return { next };
}
