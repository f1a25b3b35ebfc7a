import type { Action } from '../../../shared/domain/action.ts';
import type { ViewerCard } from '../../../shared/support/views.ts';

/** A mute or ban that can still be taken back: the one she came about, else the newest in force. */
export function liftable(card: ViewerCard, now: number): Action | null {
  const all = [...(card.sanction === undefined ? [] : [card.sanction]), ...(card.person?.actions ?? [])];
  const inForce = all.filter(
    (action) =>
      (action.kind === 'mute' || action.kind === 'ban') &&
      action.undoneBy === undefined &&
      action.state !== 'failed' &&
      action.state !== 'contradicted' &&
      !(typeof action.expiresAt === 'number' && action.expiresAt <= now),
  );
  const about = inForce.find((action) => action.id === card.sanction?.id);
  return about ?? inForce.toSorted((left, right) => right.requestedAt - left.requestedAt)[0] ?? null;
}

/** What became of lifting it, where that was asked. */
export function lifting(card: ViewerCard, known: Action | null): Action | null {
  const asked = (card.person?.actions ?? [])
    .filter((action) => action.kind === 'unmute' || action.kind === 'unban')
    .toSorted((left, right) => right.requestedAt - left.requestedAt)[0];
  if (asked === undefined) return known;
  return known === null || known.id === asked.id || asked.requestedAt > known.requestedAt ? asked : known;
}
