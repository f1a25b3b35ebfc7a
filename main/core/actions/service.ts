import type { ActionRequest } from '../../../shared/api/inputs.ts';
import type { Action, Receipt } from '../../../shared/domain/action.ts';
import { withReceipt } from '../../../shared/domain/action-transitions.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { AuditDraft } from '../../../shared/domain/audit.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { type EventOf, type LiveEvent, timeOf } from '../../../shared/domain/event.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { RoomModes } from '../../../shared/domain/room.ts';
import type { Capability, PerformResult } from '../../../shared/plugin/plugin.ts';
import type { StoreOp } from '../../store/store.ts';
import { auditOf, type Desk, type DeskRecord, newest } from '../desk.ts';
import { draftAction } from './check.ts';
import { receiptFrom } from './confirm.ts';
import { createLedger, type SanctionLedger } from './ledger.ts';
import { receiptOf } from './outcome.ts';
import { createSerialQueue, type SerialQueue } from './queue.ts';
import { flagsTouched } from './touched.ts';
import { inverseOf, undoProblem, withoutUndo } from './undo.ts';
import { createWatch } from './watch.ts';

/** What actions need of a room. */
export interface ActionRoom {
  readonly capabilities: readonly Capability[];
  readonly modes: RoomModes;
  /** Null while the source is not connected. */
  readonly perform: ((action: Action) => Promise<PerformResult>) | null;
}

export interface UndoOutcome {
  readonly actionId: string;
  readonly action?: Action | undefined;
  readonly fault?: Fault | undefined;
}

/** Asking, sending, confirming and undoing. */
export interface Actions {
  /** Records and queues; the same id twice is one action. Returns them in the order asked. */
  readonly perform: (
    requests: readonly ActionRequest[],
    actor: Actor,
    /** What is to be written with them, or not at all. */
    more?: { readonly ops: readonly StoreOp[]; readonly audit: readonly AuditDraft[] },
  ) => Promise<Result<readonly Action[]>>;
  /** Takes actions back; `undoIds` are the client's ids of the inverse actions. */
  readonly undo: (
    actionIds: readonly string[],
    undoIds: readonly string[],
    actor: Actor,
  ) => Promise<readonly UndoOutcome[]>;
  readonly giveReason: (actionId: string, reason: string, actor: Actor) => Promise<Result<Action>>;
  /** Looks at the room's events for what became of actions. */
  readonly observe: (event: LiveEvent) => void;
  readonly ledgerOf: (roomId: string) => SanctionLedger;
  /** After a restart: what was never sent is sent, what may have been sent is not. */
  readonly recover: () => Promise<void>;
  /** Turns accepted actions that nothing confirmed into `unconfirmed`; drops those waiting too long. */
  readonly tick: () => void;
  readonly close: () => void;
}

const CONFIRM_WITHIN_MS = 5_000;
const WAIT_FOR_SOURCE_MS = 120_000;

/** One serial queue per room; every step is recorded before and after it happens. */
export function createActions(deps: {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly room: (roomId: string) => ActionRoom | null;
  /** The newest moderation events of a room, oldest first: what others did before a restart. */
  readonly pastModeration: (roomId: string) => Promise<readonly EventOf<'mod_action'>[]>;
}): Actions {
  const { desk, clock } = deps;
  const queues = new Map<string, SerialQueue>();
  const ledgers = new Map<string, SanctionLedger>();
  const waiting = new Set<string>();
  const watch = createWatch(desk.actions);

  const ledgerOf = (roomId: string): SanctionLedger => getOr(ledgers, roomId, () => createLedger(clock.now));
  const queueOf = (roomId: string): SerialQueue => getOr(queues, roomId, () => createSerialQueue(clock));

  const receive = async (actionId: string, receipt: Receipt, more: Partial<Action> = {}): Promise<void> => {
    const action = desk.actions.get(actionId);
    const next = action === undefined ? null : withReceipt(action, receipt);
    if (next === null) return;
    const updated: Action = { ...next, ...more };
    watch.add(updated);
    ledgerOf(updated.roomId).setOurs(updated);
    await desk.commit(
      [{ kind: 'action', action: updated }],
      [
        auditOf(
          clock.now(),
          updated.actor,
          `action.${receipt.state}`,
          subject(updated, receipt.fault?.detail),
        ),
      ],
    );
    if (receipt.state === 'failed' && updated.undoOf !== undefined) await reopen(updated.undoOf, updated.id);
  };

  /** An undo that failed leaves its action in force, and able to be undone again. */
  const reopen = async (actionId: string, undoId: string): Promise<void> => {
    const found = newest(desk.actions, await desk.getAction(actionId));
    if (!found.ok || found.value.undoneBy !== undoId) return;
    const action = withoutUndo(found.value);
    ledgerOf(action.roomId).setOurs(action);
    await desk.commit([{ kind: 'action', action }], []);
  };

  const send = async (actionId: string): Promise<void> => {
    const action = desk.actions.get(actionId);
    if (action === undefined || action.state !== 'requested' || action.sentAt !== undefined) return;
    const perform = deps.room(action.roomId)?.perform ?? null;
    if (perform === null) {
      waiting.add(actionId);
      return;
    }
    waiting.delete(actionId);
    const sent: Action = { ...action, sentAt: clock.now() };
    const marked = await desk.commit([{ kind: 'action', action: sent }], []);
    if (!marked.ok) {
      // Not written down, so not sent; it is tried again while it waits.
      waiting.add(actionId);
      return;
    }
    let result: PerformResult;
    try {
      result = await perform(sent);
    } catch (error) {
      result = {
        kind: 'failed',
        errorClass: 'unknown_outcome',
        fault: fault('unknown_outcome', String(error)),
      };
    }
    const expires =
      result.kind === 'accepted' && result.expiresAt !== undefined ? { expiresAt: result.expiresAt } : {};
    await receive(actionId, receiptOf(result, clock.now()), expires);
  };

  const enqueue = (action: Action): void => {
    const capability = deps.room(action.roomId)?.capabilities.find((each) => each.action === action.kind);
    queueOf(action.roomId).add({
      key: action.kind,
      bulk: action.groupId !== undefined,
      rate: capability?.rate,
      run: () => send(action.id),
    });
  };

  const submit = async (
    actions: readonly Action[],
    actor: Actor,
    more: readonly DeskRecord[] = [],
    moreAudit: readonly AuditDraft[] = [],
    ops: readonly StoreOp[] = [],
  ): Promise<Result<null>> => {
    if (actions.length === 0) return ok(null);
    const now = clock.now();
    const audit = actions.map((action) =>
      auditOf(
        now,
        actor,
        action.undoOf === undefined ? 'action.request' : 'action.undo',
        subject(action, action.reason ?? action.undoOf),
      ),
    );
    const saved = await desk.commit(
      [...actions.map((action) => ({ kind: 'action', action }) as const), ...more],
      [...audit, ...moreAudit],
      ops,
    );
    if (saved.ok) for (const action of actions) if (action.state === 'requested') enqueue(action);
    return saved;
  };

  const draft = (request: ActionRequest, actor: Actor): Result<Action> => {
    const room = deps.room(request.roomId);
    if (room === null) return fail(fault('not_found', request.roomId));
    const sanctions = request.target === undefined ? [] : ledgerOf(request.roomId).of(request.target.id);
    return ok(
      draftAction(request, {
        capabilities: room.capabilities,
        modes: room.modes,
        sanctions,
        actor,
        now: clock.now(),
      }),
    );
  };

  const undoOne = async (actionId: string, undoId: string, actor: Actor): Promise<UndoOutcome> => {
    const asked = await desk.getAction(undoId);
    const found = newest(desk.actions, await desk.getAction(actionId));
    if (!found.ok) return { actionId, fault: found.fault };
    const before = desk.actions.get(undoId) ?? (asked.ok ? asked.value : undefined);
    if (before !== undefined)
      return before.undoOf === actionId
        ? { actionId, action: before }
        : { actionId, fault: fault('conflict', 'undoIds') };
    const problem = undoProblem(found.value, ledgerOf(found.value.roomId), clock.now());
    if (problem !== undefined) return { actionId, fault: problem };
    const request = inverseOf(found.value, undoId);
    if (request === null) return { actionId, fault: fault('undo_impossible') };
    const drafted = draft(request, actor);
    if (!drafted.ok) return { actionId, fault: drafted.fault };
    const inverse: Action = { ...drafted.value, undoOf: actionId };
    if (inverse.state === 'failed') return { actionId, action: inverse, fault: inverse.receipts[0]?.fault };
    const original: Action = { ...found.value, undoneBy: undoId };
    ledgerOf(original.roomId).setOurs(original);
    const saved = await submit([inverse], actor, [{ kind: 'action', action: original }]);
    if (saved.ok) return { actionId, action: inverse };
    ledgerOf(original.roomId).setOurs(found.value);
    return { actionId, fault: saved.fault };
  };

  /** Whether a mute or ban of ours still binds: nobody lifted it since. */
  const inForceNow = (action: Action): boolean =>
    action.target !== undefined &&
    ledgerOf(action.roomId)
      .of(action.target.id)
      .some((sanction) => sanction.id === action.id);

  /** Who is under which sanction, ours and others', told again in the order it happened. */
  const recall = async (): Promise<void> => {
    const ours = [...desk.actions.values()];
    for (const [roomId, own] of Map.groupBy(ours, (action) => action.roomId)) {
      const ledger = ledgerOf(roomId);
      const told = [
        ...own.map((action) => ({ at: action.requestedAt, tell: () => ledger.setOurs(action) })),
        ...(await deps.pastModeration(roomId)).map((event) => ({
          at: timeOf(event),
          tell: () => ledger.observe(event),
        })),
      ];
      for (const each of told.toSorted((a, b) => a.at - b.at)) each.tell();
      for (const action of own) watch.add(action);
    }
  };

  return {
    ledgerOf,
    async perform(requests, actor, more) {
      const known = new Map<string, Action>();
      for (const request of requests) {
        const before = await desk.getAction(request.id);
        if (before.ok) known.set(request.id, before.value);
      }
      // From here to the commit nothing waits, so that the same id asked twice at once is one action.
      const fresh = new Map<string, Action>();
      for (const request of requests) {
        const before = desk.actions.get(request.id) ?? known.get(request.id);
        if (before !== undefined && before.roomId !== request.roomId)
          return fail(fault('conflict', request.id));
        if (before !== undefined || fresh.has(request.id)) continue;
        const flag = request.flagId === undefined ? undefined : desk.flags.get(request.flagId);
        if (flag !== undefined && flag.roomId !== request.roomId)
          return fail(fault('invalid', 'flagId: another room'));
        const drafted = draft(request, actor);
        if (!drafted.ok) return drafted;
        fresh.set(request.id, drafted.value);
      }
      const asked = [...fresh.values()];
      const touched = flagsTouched(desk.flags, asked, actor, clock.now());
      const audit = [...touched.audit, ...(more?.audit ?? [])];
      const saved = await submit(asked, actor, touched.records, audit, more?.ops);
      if (!saved.ok) return saved;
      return ok(requests.flatMap((request) => desk.actions.get(request.id) ?? known.get(request.id) ?? []));
    },
    async undo(actionIds, undoIds, actor) {
      const results: UndoOutcome[] = [];
      for (const [index, actionId] of actionIds.entries()) {
        const undoId = undoIds[index];
        results.push(
          undoId === undefined
            ? { actionId, fault: fault('invalid', 'undoIds') }
            : await undoOne(actionId, undoId, actor),
        );
      }
      return results;
    },
    async giveReason(actionId, reason, actor) {
      const found = newest(desk.actions, await desk.getAction(actionId));
      if (!found.ok) return found;
      const action: Action = { ...found.value, reason };
      const saved = await desk.commit(
        [{ kind: 'action', action }],
        [auditOf(clock.now(), actor, 'action.reason', subject(action, reason))],
      );
      return saved.ok ? ok(action) : saved;
    },
    observe(event) {
      if (event.kind === 'mod_action') ledgerOf(event.roomId).observe(event);
      if (event.kind !== 'mod_action' && event.kind !== 'room_state' && event.kind !== 'chat') return;
      for (const action of watch.candidates(event)) {
        if (event.kind === 'chat' && !inForceNow(action)) continue;
        const receipt = receiptFrom(action, event, clock.now());
        if (receipt !== null) void receive(action.id, receipt);
      }
    },
    async recover() {
      const now = clock.now();
      await recall();
      for (const action of [...desk.actions.values()]) {
        if (action.state === 'accepted') await receive(action.id, { state: 'unconfirmed', at: now });
        if (action.state !== 'requested') continue;
        if (action.sentAt !== undefined)
          await receive(action.id, { state: 'unconfirmed', at: now, fault: fault('unknown_outcome') });
        else if (now - action.requestedAt > WAIT_FOR_SOURCE_MS)
          await receive(action.id, { state: 'failed', at: now, fault: fault('unreachable') });
        else enqueue(action);
      }
    },
    tick() {
      const now = clock.now();
      watch.prune();
      for (const action of desk.actions.values()) {
        const last = action.receipts.at(-1);
        if (action.state === 'accepted' && last !== undefined && now - last.at > CONFIRM_WITHIN_MS) {
          void receive(action.id, { state: 'unconfirmed', at: now });
        }
        if (!waiting.has(action.id)) continue;
        if (now - action.requestedAt > WAIT_FOR_SOURCE_MS) {
          waiting.delete(action.id);
          void receive(action.id, { state: 'failed', at: now, fault: fault('unreachable') });
        } else if (deps.room(action.roomId)?.perform != null) {
          waiting.delete(action.id);
          enqueue(action);
        }
      }
    },
    close() {
      for (const queue of queues.values()) queue.close();
    },
  };
}

function getOr<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function subject(
  action: Action,
  detail: string | undefined,
): { roomId: string; subject: string; detail: string } {
  const who = action.target?.name ?? action.messageId ?? '';
  return {
    roomId: action.roomId,
    subject: action.id,
    detail: [action.kind, who, detail ?? ''].filter((part) => part !== '').join(' '),
  };
}
