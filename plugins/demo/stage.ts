import type { EventBodies } from '../../shared/domain/event.ts';
import type { User } from '../../shared/domain/person.ts';
import type { Draft } from '../../shared/formats/envelope.ts';
import type { Agenda } from './agenda.ts';
import type { Cast } from './cast.ts';
import type { Dice } from './random.ts';

/** A sanction by another moderator, which the room's state must follow. */
export interface OtherSanction {
  readonly kind: 'mute' | 'unmute' | 'ban';
  readonly targetId: string;
  readonly durationSec?: number;
}

/** One thing that happens, at a time since the show began. */
export interface Beat {
  readonly atMs: number;
  /** Counts from 0. */
  readonly n: number;
  readonly draft: Draft;
  readonly sanction?: OtherSanction;
}

/** Where the parts of a show put what happens. */
export interface Stage {
  readonly agenda: Agenda;
  readonly cast: Cast;
  readonly dice: Dice;
  readonly emit: (atMs: number, draft: Draft, sanction?: OtherSanction) => void;
  /** Somebody says something at a later time. */
  readonly say: (atMs: number, who: User, text: string) => void;
  /** Something happens at a later time. */
  readonly at: (atMs: number, draft: Draft, sanction?: OtherSanction) => void;
}

/** A chat message; the show numbers it. */
export function chatDraft(who: User, text: string): Draft {
  return { kind: 'chat', actor: who, body: { messageId: '', text } };
}

/** A note of the platform. */
export function noteDraft(code: string, text: string): Draft {
  return { kind: 'system', body: { code, text } };
}

/** What another moderator did. */
export function otherModDraft(
  moderator: User,
  target: User,
  body: Pick<EventBodies['mod_action'], 'action' | 'durationSec' | 'reason'>,
): Draft {
  return { kind: 'mod_action', target, body: { ...body, moderator, origin: 'other_mod' } };
}

/** Runs `work` again and again, waiting a random time around the mean in between. */
export function every(
  stage: Stage,
  startMs: number,
  meanMs: () => number,
  work: (atMs: number) => void,
): void {
  const again = (atMs: number): void => {
    work(atMs);
    stage.agenda.add(atMs + stage.dice.wait(meanMs()), again);
  };
  stage.agenda.add(startMs, again);
}
