/** A mute or ban in force on somebody, ours or anybody's. */
export interface Sanction {
  /** Our action id, or the event id that told of it. */
  readonly id: string;
  readonly kind: 'mute' | 'ban';
  readonly at: number;
  /** Epoch ms; null for good. */
  readonly until: number | null;
  readonly by: string;
  readonly ours: boolean;
}

/** Those still in force at `now`. */
export function inForce(sanctions: readonly Sanction[], now: number): readonly Sanction[] {
  return sanctions.filter((sanction) => sanction.until === null || sanction.until > now);
}

/** Whether `a` binds longer or harder than `b`: a ban beats a mute, for good beats a time, later beats sooner. */
export function isStricter(
  a: Pick<Sanction, 'kind' | 'until'>,
  b: Pick<Sanction, 'kind' | 'until'>,
): boolean {
  if (a.kind !== b.kind) return a.kind === 'ban';
  if (a.until === null) return b.until !== null;
  return b.until !== null && a.until > b.until;
}

/** The sanction that lifting `id` would wrongly lift too: another one in force, at least as strict. */
export function wouldAlsoLift(sanctions: readonly Sanction[], id: string, now: number): Sanction | undefined {
  const own = sanctions.find((sanction) => sanction.id === id);
  return inForce(sanctions, now).find(
    (other) => other.id !== id && (own === undefined || !isStricter(own, other)),
  );
}
