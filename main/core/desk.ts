import type { DeskChange } from '../../shared/api/views.ts';
import type { Action } from '../../shared/domain/action.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { AuditDraft } from '../../shared/domain/audit.ts';
import type { Clock } from '../../shared/domain/effects.ts';
import type { Escalation } from '../../shared/domain/escalation.ts';
import { fault } from '../../shared/domain/fault.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import { exhaustive, fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Records, Store, StoreOp, TableName } from '../store/store.ts';
import { allRows } from './all-rows.ts';

/** A decision's record, as it is after a change. */
export type DeskRecord =
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'escalation'; readonly escalation: Escalation };

/** The working state of everything that is being decided, and the one way to change it. */
export interface Desk {
  readonly flags: ReadonlyMap<string, Flag>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly escalations: ReadonlyMap<string, Escalation>;
  /**
   * Applies records at once, so that the next decision sees them, writes them with their audit in
   * one transaction, and tells listeners after commit. On `store_failed` the state goes back.
   */
  readonly commit: (
    records: readonly DeskRecord[],
    audit: readonly AuditDraft[],
    more?: readonly StoreOp[],
  ) => Promise<Result<null>>;
  /** Applies at once, for a caller that writes with its own (the pipeline); call what it returns if that fails. */
  readonly stage: (records: readonly DeskRecord[]) => () => void;
  /** Tells listeners that staged records were committed. */
  readonly announce: (changes: readonly DeskChange[]) => void;
  readonly onChange: (listener: (changes: readonly DeskChange[]) => void) => () => void;
  readonly getFlag: (id: string) => Promise<Result<Flag>>;
  readonly getAction: (id: string) => Promise<Result<Action>>;
  readonly getTicket: (id: string) => Promise<Result<Ticket>>;
  readonly getEscalation: (id: string) => Promise<Result<Escalation>>;
  /** Forgets what was settled long ago; the store keeps it. */
  readonly forgetSettled: () => void;
  readonly storeFault: () => string | undefined;
}

const KEEP_MS = 3_600_000;
const KEEP_ACTIONS = 2_000;

/**
 * The record as it is now. Between looking one up and going on, somebody else may have changed it: a
 * decision is always made on the newest.
 */
export function newest<T extends { readonly id: string }>(
  map: ReadonlyMap<string, T>,
  found: Result<T>,
): Result<T> {
  return found.ok ? ok(map.get(found.value.id) ?? found.value) : found;
}

/** Makes an audit draft. */
export function auditOf(at: number, actor: Actor, what: string, more: Partial<AuditDraft> = {}): AuditDraft {
  return { ...more, at, actor, what };
}

/** Loads open work from the store. */
export async function createDesk(deps: { readonly store: Store; readonly clock: Clock }): Promise<Desk> {
  const { store, clock } = deps;
  const flags = new Map<string, Flag>();
  const actions = new Map<string, Action>();
  const tickets = new Map<string, Ticket>();
  const escalations = new Map<string, Escalation>();
  const listeners = new Set<(changes: readonly DeskChange[]) => void>();
  let lastFault: string | undefined;

  await loadOpenWork(store, clock.now() - KEEP_MS, { flags, actions, tickets, escalations });

  const apply = (record: DeskRecord): (() => void) => {
    switch (record.kind) {
      case 'flag':
        return put(flags, record.flag);
      case 'action':
        return put(actions, record.action);
      case 'ticket':
        return put(tickets, record.ticket);
      case 'escalation':
        return put(escalations, record.escalation);
      default:
        return exhaustive(record);
    }
  };
  const announce = (changes: readonly DeskChange[]): void => {
    if (changes.length > 0) for (const listener of listeners) listener(changes);
  };
  const find = async <T>(
    map: ReadonlyMap<string, T>,
    id: string,
    load: () => Promise<T | null>,
  ): Promise<Result<T>> => {
    const found = map.get(id) ?? (await load());
    return found === null || found === undefined ? fail(fault('not_found')) : ok(found);
  };

  return {
    flags,
    actions,
    tickets,
    escalations,
    async commit(records, audit, more = []) {
      const undo = records.map(apply);
      const ops: StoreOp[] = [
        ...records.map(opOf),
        ...more,
        ...audit.map((entry) => ({ op: 'audit', entry }) as const),
      ];
      try {
        await store.write(ops);
      } catch (error) {
        for (const revert of undo.toReversed()) revert();
        lastFault = error instanceof Error ? error.message : String(error);
        return fail(fault('store_failed', lastFault));
      }
      lastFault = undefined;
      announce(records);
      return ok(null);
    },
    stage(records) {
      const undo = records.map(apply);
      return () => {
        for (const revert of undo.toReversed()) revert();
      };
    },
    announce,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getFlag: (id) => find(flags, id, () => store.get('flags', id)),
    getAction: (id) => find(actions, id, () => store.get('actions', id)),
    getTicket: (id) => find(tickets, id, () => store.get('tickets', id)),
    getEscalation: (id) => find(escalations, id, () => store.get('escalations', id)),
    forgetSettled() {
      const before = clock.now() - KEEP_MS;
      for (const flag of flags.values())
        if (flag.state === 'resolved' && flag.updatedAt < before) flags.delete(flag.id);
      for (const item of escalations.values())
        if (item.state === 'resolved' && item.updatedAt < before) escalations.delete(item.id);
      for (const ticket of tickets.values())
        if (ticket.state === 'closed' && ticket.updatedAt < before) tickets.delete(ticket.id);
      for (const action of actions.values()) {
        if (actions.size <= KEEP_ACTIONS) break;
        if (action.state !== 'requested' && action.state !== 'accepted') actions.delete(action.id);
      }
    },
    storeFault: () => lastFault,
  };
}

interface OpenWork {
  readonly flags: Map<string, Flag>;
  readonly actions: Map<string, Action>;
  readonly tickets: Map<string, Ticket>;
  readonly escalations: Map<string, Escalation>;
}

/** Everything that is not settled, however much there is, and what was settled since `recent` (epoch ms). */
async function loadOpenWork(store: Store, recent: number, into: OpenWork): Promise<void> {
  for (const flag of await newestRows(store, 'flags'))
    if (flag.updatedAt > recent) into.flags.set(flag.id, flag);
  for (const item of await newestRows(store, 'escalations'))
    if (item.updatedAt > recent) into.escalations.set(item.id, item);
  for (const ticket of await newestRows(store, 'tickets'))
    if (ticket.updatedAt > recent) into.tickets.set(ticket.id, ticket);
  for (const state of ['open', 'claimed'])
    for (const flag of await rowsIn(store, 'flags', state)) into.flags.set(flag.id, flag);
  for (const state of ['open', 'taken'])
    for (const item of await rowsIn(store, 'escalations', state)) into.escalations.set(item.id, item);
  for (const state of ['new', 'open', 'pending', 'solved'])
    for (const ticket of await rowsIn(store, 'tickets', state)) into.tickets.set(ticket.id, ticket);
  const actions = new Map<string, Action>();
  for (const state of ['requested', 'accepted'])
    for (const action of await rowsIn(store, 'actions', state)) actions.set(action.id, action);
  for (const action of await newestRows(store, 'actions')) actions.set(action.id, action);
  for (const action of [...actions.values()].toSorted((a, b) => a.requestedAt - b.requestedAt))
    into.actions.set(action.id, action);
}

async function newestRows<T extends TableName>(store: Store, table: T): Promise<readonly Records[T][]> {
  return (await store.list({ table, limit: 1_000, order: 'newest' })).rows;
}

function rowsIn<T extends TableName>(store: Store, table: T, state: string): Promise<readonly Records[T][]> {
  return allRows(store, { table, where: { state } });
}

function put<T extends { readonly id: string }>(map: Map<string, T>, row: T): () => void {
  const before = map.get(row.id);
  map.set(row.id, row);
  return () => {
    if (map.get(row.id) !== row) return;
    if (before === undefined) map.delete(row.id);
    else map.set(row.id, before);
  };
}

/** The store operation that keeps a record. */
export function opOf(record: DeskRecord): StoreOp {
  switch (record.kind) {
    case 'flag':
      return { op: 'put', table: 'flags', row: record.flag };
    case 'action':
      return { op: 'put', table: 'actions', row: record.action };
    case 'ticket':
      return { op: 'put', table: 'tickets', row: record.ticket };
    case 'escalation':
      return { op: 'put', table: 'escalations', row: record.escalation };
    default:
      return exhaustive(record);
  }
}
