import type { Action, ReceiptState } from '../../../shared/domain/action.ts';

const WEEK_SEC = 7 * 86_400;
/** From this many people an action asked for together counts as harsh. */
export const MANY_PEOPLE = 10;

/** Why an action is listed for the supervisor. */
export type HarshWhy = 'ban' | 'for_good' | 'long' | 'many';

/** One harsh decision: one action, or one action on many people. */
export interface HarshRow {
  readonly id: string;
  readonly first: Action;
  readonly people: number;
  readonly why: HarshWhy;
  readonly undone: number;
  /** The worst receipt among them. */
  readonly state: ReceiptState;
}

const WORST: readonly ReceiptState[] = [
  'contradicted',
  'failed',
  'unconfirmed',
  'requested',
  'accepted',
  'confirmed',
];

/** The harsh decisions among the actions, newest first; actions asked for together are one row. */
export function harshRows(actions: readonly Action[]): readonly HarshRow[] {
  const groups = Map.groupBy(
    actions.filter((action) => action.undoOf === undefined),
    (action) => action.groupId ?? action.id,
  );
  return [...groups.entries()]
    .flatMap(([id, group]) => rowOf(id, group))
    .sort((a, b) => b.first.requestedAt - a.first.requestedAt);
}

/** Why this action is harsh, or null. `people` is how many were hit together. */
export function harshWhy(action: Action, people: number): HarshWhy | null {
  if (action.kind === 'ban') return 'ban';
  if (action.kind !== 'mute') return null;
  if (action.durationSec === null) return 'for_good';
  if ((action.durationSec ?? 0) >= WEEK_SEC) return 'long';
  return people >= MANY_PEOPLE ? 'many' : null;
}

function rowOf(id: string, group: readonly Action[]): readonly HarshRow[] {
  const [first] = group;
  if (first === undefined) return [];
  const people = new Set(group.map((action) => action.target?.id ?? action.id)).size;
  const why = harshWhy(first, people);
  if (why === null) return [];
  const state = WORST.find((worst) => group.some((action) => action.state === worst)) ?? first.state;
  return [
    { id, first, people, why, undone: group.filter((action) => action.undoneBy !== undefined).length, state },
  ];
}
