import type { Escalation } from '../../../shared/domain/escalation.ts';

export const COLUMNS = ['open', 'taken', 'resolved'] as const;
export type ColumnState = (typeof COLUMNS)[number];

/** What the board shows of all escalations. */
export interface BoardFilter {
  readonly roomId?: string | undefined;
  /** Only what this member owns or what nobody owns. */
  readonly mineOf?: string | undefined;
}

export interface Column {
  readonly state: ColumnState;
  readonly cards: readonly Escalation[];
  /** How many there are in all, when not every card is shown. */
  readonly total: number;
}

/** Resolved cards shown at most; the rest is in the audit log. */
export const RESOLVED_SHOWN = 40;

/** Columns in reading order: urgent and soonest due first, resolved newest first. */
export function boardOf(escalations: readonly Escalation[], filter: BoardFilter): readonly Column[] {
  const wanted = escalations.filter((one) => matches(one, filter));
  return COLUMNS.map((state) => {
    const all = wanted
      .filter((one) => one.state === state)
      .sort(state === 'resolved' ? newestDone : neediest);
    const cards = state === 'resolved' ? all.slice(0, RESOLVED_SHOWN) : all;
    return { state, cards, total: all.length };
  });
}

/** The card after (+1) or before (−1) the selected one, through the columns; the first if none is selected. */
export function moveSelection(
  columns: readonly Column[],
  selected: string | null,
  step: 1 | -1,
): string | null {
  const ids = columns.flatMap((column) => column.cards.map((card) => card.id));
  if (ids.length === 0) return null;
  const index = selected === null ? -1 : ids.indexOf(selected);
  if (index === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))] ?? null;
}

/** The timer of a card, ms: waiting for an owner, being worked on, or how long it took. */
export function timerOf(one: Escalation, now: number): { readonly ms: number; readonly late: boolean } {
  switch (one.state) {
    case 'open':
      return { ms: Math.max(0, now - one.createdAt), late: now > one.dueAt };
    case 'taken':
      return { ms: Math.max(0, now - (one.takenAt ?? one.createdAt)), late: false };
    case 'resolved':
      return { ms: Math.max(0, (one.resolvedAt ?? one.updatedAt) - one.createdAt), late: false };
  }
}

/** Open escalations by others that were not there before: each is worth one notification. */
export function freshEscalations(
  seen: ReadonlySet<string>,
  escalations: readonly Escalation[],
  meId: string | undefined,
): readonly Escalation[] {
  return escalations.filter((one) => one.state === 'open' && one.by.id !== meId && !seen.has(one.id));
}

function matches(one: Escalation, filter: BoardFilter): boolean {
  if (filter.roomId !== undefined && one.roomId !== filter.roomId) return false;
  return filter.mineOf === undefined || one.owner === undefined || one.owner.id === filter.mineOf;
}

function neediest(a: Escalation, b: Escalation): number {
  return Number(b.urgent) - Number(a.urgent) || a.dueAt - b.dueAt || a.id.localeCompare(b.id);
}

function newestDone(a: Escalation, b: Escalation): number {
  return (b.resolvedAt ?? b.updatedAt) - (a.resolvedAt ?? a.updatedAt) || a.id.localeCompare(b.id);
}
