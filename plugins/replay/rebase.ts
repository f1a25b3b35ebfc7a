import type { LiveEvent } from '../../shared/domain/event.ts';

/** Where a replayed event belongs now. */
export interface Run {
  readonly roomId: string;
  readonly session: string;
  readonly seq: number;
  readonly now: number;
  /** Moves times to now and makes the id unlike that of other runs. */
  readonly rebase: boolean;
}

/** A recorded event as it is played: platform, people and raw form stay as they were. */
export function replayed(event: LiveEvent, run: Run): LiveEvent {
  const { roomId, session, seq, now } = run;
  const played = { ...event, roomId, source: 'replay', session, seq, receivedAt: now, historical: false };
  if (!run.rebase) return played;
  const shift = now - (event.occurredAt ?? now);
  return shiftBody({ ...played, eventId: `${event.eventId}~${session}`, occurredAt: now }, shift);
}

/** Deadlines inside the body move along. */
function shiftBody(event: LiveEvent, shift: number): LiveEvent {
  switch (event.kind) {
    case 'superchat': {
      const { startsAt, endsAt, ...rest } = event.body;
      return { ...event, body: { ...rest, ...moved({ startsAt, endsAt }, shift) } };
    }
    case 'mod_action': {
      const { expiresAt, ...rest } = event.body;
      return { ...event, body: { ...rest, ...moved({ expiresAt }, shift) } };
    }
    case 'gap': {
      const { fromAt, toAt } = event.body;
      return { ...event, body: { ...event.body, fromAt: fromAt + shift, toAt: toAt + shift } };
    }
    default:
      return event;
  }
}

function moved<K extends string>(times: Readonly<Record<K, number | undefined>>, shift: number) {
  const out: Partial<Record<K, number>> = {};
  for (const name of Object.keys(times) as K[]) {
    const time = times[name];
    if (time !== undefined) out[name] = Math.max(0, time + shift);
  }
  return out;
}
