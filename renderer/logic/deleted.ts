import type { ChatRow } from '../../shared/api/views.ts';
import type { Action } from '../../shared/domain/action.ts';

/** How far back the list is searched for deletions by others; older rows are off the screen. */
const REACH = 400;

/** Platform ids of messages that are gone: deleted from here and taken up by the platform, or by anybody in the room. */
export function deletedMessages(actions: Iterable<Action>, rows: readonly ChatRow[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const action of actions) {
    const done = action.state === 'accepted' || action.state === 'confirmed';
    if (action.kind === 'delete' && done && action.messageId !== undefined) gone.add(action.messageId);
  }
  for (const row of rows.slice(-REACH)) {
    if (row.kind === 'mod_action' && row.code === 'delete' && row.messageId !== undefined)
      gone.add(row.messageId);
  }
  return gone;
}
