import type { ActionRequest } from '../../../shared/api/inputs.ts';
import type { Action, Receipt } from '../../../shared/domain/action.ts';
import { withReceipt } from '../../../shared/domain/action-transitions.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { nextFlag } from '../../../shared/domain/flag-transitions.ts';
import { type PersonRef, personIdOf } from '../../../shared/domain/person.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { RoomModes } from '../../../shared/domain/room.ts';
import { wouldAlsoLift } from '../../../shared/domain/sanctions.ts';
import type { Capability, PerformResult } from '../../../shared/plugin/plugin.ts';
import { auditOf, type Desk, type DeskRecord } from '../desk.ts';
import { draftAction } from './check.ts';
import { receiptFrom } from './confirm.ts';
import { createLedger, type SanctionLedger } from './ledger.ts';
import { receiptOf } from './outcome.ts';
import { createSerialQueue, type SerialQueue } from './queue.ts';

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
  readonly perform: (requests: readonly ActionRequest[], actor: Actor) => Promise<Result<readonly Action[]>>;
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
}): Actions {
  const { desk, clock } = deps;
  const queues = new Map<string, SerialQueue>();
  const ledgers = new Map<string, SanctionLedger>();
  const waiting = new Set<string>();
  /** Mutes and bans by room and person, so that a chat line is looked up, not searched for. */
  const binding = new Map<string, Set<string>>();
  const bind = (action: Action): void => {
    if (action.target === undefined || (action.kind !== 'mute' && action.kind !== 'ban')) return;
    getOr(binding, `${action.roomId}|${action.target.id}`, () => new Set<string>()).add(action.id);
  };

  const ledgerOf = (roomId: string): SanctionLedger => getOr(ledgers, roomId, () => createLedger(clock.now));
  const queueOf = (roomId: string): SerialQueue => getOr(queues, roomId, () => createSerialQueue(clock));

  const receive = async (actionId: string, receipt: Receipt, more: Partial<Action> = {}): Promise<void> => {
    const action = desk.actions.get(actionId);
    const next = action === undefined ? null : withReceipt(action, receipt);
    if (next === null) return;
    const updated: Action = { ...next, ...more };
    bind(updated);
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
    if (!marked.ok) return;
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
  ): Promise<Result<null>> => {
    const now = clock.now();
    const audit = actions.map((action) =>
      auditOf(now, actor, 'action.request', subject(action, action.reason)),
    );
    const saved = await desk.commit(
      [...actions.map((action) => ({ kind: 'action', action }) as const), ...more],
      audit,
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
    const found = await desk.getAction(actionId);
    if (!found.ok) return { actionId, fault: found.fault };
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
    return saved.ok ? { actionId, action: inverse } : { actionId, fault: saved.fault };
  };

  return {
    ledgerOf,
    async perform(requests, actor) {
      const known = new Map<string, Action>();
      const fresh: Action[] = [];
      for (const request of requests) {
        const before = await desk.getAction(request.id);
        if (before.ok) {
          known.set(request.id, before.value);
          continue;
        }
        const drafted = draft(request, actor);
        if (!drafted.ok) return drafted;
        fresh.push(drafted.value);
      }
      const saved = await submit(fresh, actor, flagsTouched(desk, fresh, actor, clock.now()));
      if (!saved.ok) return saved;
      return ok(requests.flatMap((request) => known.get(request.id) ?? desk.actions.get(request.id) ?? []));
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
      const found = await desk.getAction(actionId);
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
      for (const action of candidates(desk, event, binding)) {
        const receipt = receiptFrom(action, event, clock.now());
        if (receipt !== null) void receive(action.id, receipt);
      }
    },
    async recover() {
      const now = clock.now();
      for (const action of [...desk.actions.values()]) {
        bind(action);
        ledgerOf(action.roomId).setOurs(action);
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

/** Actions that an event could say something about: the speaker's sanctions, or the room's recent actions. */
function* candidates(
  desk: Desk,
  event: LiveEvent,
  binding: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<Action> {
  if (event.kind === 'chat') {
    if (event.actor === undefined || binding.size === 0) return;
    for (const id of binding.get(`${event.roomId}|${personIdOf(event.platform, event.actor)}`) ?? []) {
      const action = desk.actions.get(id);
      if (action !== undefined && action.state !== 'contradicted') yield action;
    }
    return;
  }
  for (const action of desk.actions.values()) {
    if (action.roomId === event.roomId && action.state !== 'confirmed') yield action;
  }
}

function undoProblem(action: Action, ledger: SanctionLedger, now: number): Fault | undefined {
  if (!action.undo.possible) return fault('undo_impossible', action.undo.note?.zh);
  if (action.undoneBy !== undefined) return fault('conflict', 'undone');
  if (action.state === 'failed') return fault('undo_impossible', 'failed');
  const lifts = action.undo.inverse === 'unmute' || action.undo.inverse === 'unban';
  if (!lifts || action.target === undefined) return undefined;
  const other = wouldAlsoLift(ledger.of(action.target.id), action.id, now);
  return other === undefined ? undefined : fault('undo_would_lift_other', other.by);
}

function inverseOf(action: Action, id: string): ActionRequest | null {
  const kind = action.undo.inverse;
  if (kind === undefined) return null;
  const target: PersonRef | undefined = action.target;
  return {
    id,
    roomId: action.roomId,
    kind,
    ...(target === undefined
      ? {}
      : { target: { ...target, roles: target.roles === undefined ? undefined : [...target.roles] } }),
    ...(action.undo.value == null ? {} : { value: action.undo.value }),
    ...(action.groupId === undefined ? {} : { groupId: `undo-${action.groupId}`.slice(0, 64) }),
  };
}

/** A flag that was acted on is resolved by it. */
function flagsTouched(
  desk: Desk,
  actions: readonly Action[],
  actor: Actor,
  now: number,
): readonly DeskRecord[] {
  const byFlag = Map.groupBy(
    actions.filter((action) => action.flagId !== undefined && action.state === 'requested'),
    (action) => action.flagId ?? '',
  );
  return [...byFlag].flatMap(([flagId, acted]): DeskRecord[] => {
    const flag = desk.flags.get(flagId);
    if (flag === undefined) return [];
    const next = nextFlag(flag, { kind: 'act', by: actor, actionIds: acted.map((action) => action.id) }, now);
    return next.ok ? [{ kind: 'flag', flag: next.value }] : [];
  });
}
