import type { Actor } from './actor.ts';
import type { Escalation } from './escalation.ts';
import { fault } from './fault.ts';
import { fail, ok, type Result } from './result.ts';

/** `open → taken → resolved`; a supervisor may take over what another took. */
export function takeEscalation(item: Escalation, by: Actor, now: number): Result<Escalation> {
  if (item.state === 'resolved') return fail(fault('conflict', item.owner?.name));
  return ok({ ...item, state: 'taken', owner: by, takenAt: now, updatedAt: now, version: item.version + 1 });
}

/** Ends it with words; untaken ones are taken by the same act. */
export function resolveEscalation(
  item: Escalation,
  by: Actor,
  resolution: string,
  now: number,
): Result<Escalation> {
  if (item.state === 'resolved') return fail(fault('conflict', item.resolution));
  return ok({
    ...item,
    state: 'resolved',
    owner: item.owner ?? by,
    takenAt: item.takenAt ?? now,
    resolvedAt: now,
    resolution,
    updatedAt: now,
    version: item.version + 1,
  });
}
