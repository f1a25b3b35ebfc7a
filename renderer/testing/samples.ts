import type { ChatRow } from '../../shared/api/views.ts';
import type { Action } from '../../shared/domain/action.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import type { PersonRef } from '../../shared/domain/person.ts';

/** A viewer for tests. */
export function somebody(id: string, more: Partial<PersonRef> = {}): PersonRef {
  return { id, nativeId: id, name: id, actionable: true, ...more };
}

/** A chat row for tests; its offset tells it apart. */
export function chatRow(offset: number, text = `t${offset}`, more: Partial<ChatRow> = {}): ChatRow {
  return {
    offset,
    id: `e${offset}`,
    roomId: 'r',
    kind: 'chat',
    at: offset * 1_000,
    person: somebody(`p${offset % 7}`),
    text,
    messageId: `m${offset}`,
    marks: [],
    ...more,
  };
}

/** A flag for tests. */
export function flagOf(id: string, more: Partial<Flag> = {}): Flag {
  return {
    id,
    roomId: 'r',
    category: 'abuse',
    severity: 'high',
    state: 'open',
    person: somebody('p1'),
    members: [],
    memberCount: 0,
    bystanders: [],
    count: 1,
    evidence: [],
    reasons: [],
    score: 0.9,
    by: 'abuse@1',
    firstAt: 1_000,
    lastAt: 1_000,
    dueAt: 61_000,
    actionIds: [],
    ticketIds: [],
    updatedAt: 1_000,
    version: 1,
    ...more,
  };
}

/** An action for tests, with as many receipts as its state implies. */
export function actionOf(id: string, more: Partial<Action> = {}): Action {
  return {
    id,
    roomId: 'r',
    kind: 'mute',
    target: somebody('p1'),
    durationSec: 600,
    actor: { kind: 'person', id: 'me', name: '林' },
    requestedAt: 1_000,
    state: 'confirmed',
    receipts: [{ state: 'requested', at: 1_000 }],
    undo: { possible: true, inverse: 'unmute' },
    ...more,
  };
}
