import type { ListLookup } from '../../../shared/rules/words.ts';

/** Rooms a session is limited to; undefined for all. */
export type Scope = readonly string[] | undefined;

/** Whether a session sees what is for these rooms (undefined: all rooms). */
export function sees(scope: Scope, roomIds: readonly string[] | undefined): boolean {
  return scope === undefined || roomIds === undefined || roomIds.some((id) => scope.includes(id));
}

/** Whether a session may change it: everything it is for must be its own. */
export function mayEdit(scope: Scope, roomIds: readonly string[] | undefined): boolean {
  if (scope === undefined) return true;
  return roomIds !== undefined && roomIds.length > 0 && roomIds.every((id) => scope.includes(id));
}

/** The rooms it is for, of those the session may see. */
export function shownRooms(
  scope: Scope,
  roomIds: readonly string[] | undefined,
): readonly string[] | undefined {
  return scope === undefined || roomIds === undefined ? roomIds : roomIds.filter((id) => scope.includes(id));
}

/** Lists as a session sees them: those of other rooms are not there. */
export function listsSeen(scope: Scope, listOf: ListLookup): ListLookup {
  if (scope === undefined) return listOf;
  return (id, version) => {
    const list = listOf(id, version);
    return list !== undefined && sees(scope, list.roomIds) ? list : undefined;
  };
}
