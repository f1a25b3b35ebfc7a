import type { ApiClient } from '../../../shared/api/client.ts';
import type { DeskChange } from '../../../shared/api/views.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { DismissReason } from '../../../shared/domain/flag.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { CALL_SIZE, harshness, type Plan, requestsOf } from '../../logic/plan.ts';
import type { Target } from '../../logic/subject.ts';
import type { DeskStore } from '../../state/desk-store.ts';
import { attempt } from '../../transport/attempt.ts';
import { cardKey, keepCard, type UndoReport, type WorkbenchModel } from './model.ts';

/** What the commands work with. */
export interface CommandDeps {
  readonly client: ApiClient;
  readonly desk: DeskStore;
  readonly model: WorkbenchModel;
  readonly newId: () => string;
  readonly topSupporterFen: () => number;
  /** Shows a failure; `retry` repeats the very same request, with the same ids. */
  readonly failed: (fault: Fault, retry: () => void) => void;
  readonly told: (what: Told) => void;
}

/** Good news worth a line. */
export type Told =
  | { readonly kind: 'ticket'; readonly number: number; readonly ticketId: string }
  | { readonly kind: 'escalated' }
  | { readonly kind: 'left_out'; readonly names: readonly string[] }
  /** Every one of several was taken back. */
  | ({ readonly kind: 'undone' } & UndoReport);

/** Everything the workbench asks of the core. */
export type Commands = ReturnType<typeof createCommands>;

const CARD_WAIT_MS = 700;

/** Makes the commands. Each shows its own failure with a way to try again. */
export function createCommands(deps: CommandDeps) {
  const { client, desk, model, newId } = deps;

  /** Runs a call until it works or the person gives up; what it answers is known at once. */
  const run = async <T>(
    call: () => Promise<T>,
    learn: (value: T) => readonly DeskChange[],
  ): Promise<Result<T>> => {
    const answer = await attempt(call());
    if (answer.ok) desk.learn(learn(answer.value));
    else deps.failed(answer.fault, () => void run(call, learn));
    return answer;
  };
  const learnActions = (answer: { readonly actions: readonly Action[] }): readonly DeskChange[] =>
    answer.actions.map((action) => ({ kind: 'action', action }));

  const send = async (plan: Plan) => {
    const { requests, leftOut } = requestsOf(plan, newId);
    if (leftOut.length > 0) deps.told({ kind: 'left_out', names: leftOut.map((person) => person.name) });
    for (let from = 0; from < requests.length; from += CALL_SIZE) {
      const part = requests.slice(from, from + CALL_SIZE);
      await run(() => client.actions.perform({ requests: part }), learnActions);
    }
  };

  const fetchCard = async (roomId: string, personId: string, signal: AbortSignal) => {
    const answer = await attempt(client.people.card({ roomId, personId }, { signal }));
    if (answer.ok) keepCard(model, answer.value);
    return answer;
  };

  const spent = (roomId: string) => (personId: string) =>
    model.getState().cards.get(cardKey(roomId, personId))?.totals;

  return {
    fetchCard,

    /** Does it, or asks to hold first where it is harsh. */
    act: async (plan: Plan) => {
      const [only] = plan.people;
      if (plan.people.length === 1 && only !== undefined && spent(plan.roomId)(only.id) === undefined) {
        await fetchCard(plan.roomId, only.id, AbortSignal.timeout(CARD_WAIT_MS));
      }
      const harsh = harshness(plan, deps.topSupporterFen(), spent(plan.roomId));
      if (harsh.length > 0) model.setState({ pending: { plan, harsh } });
      else await send(plan);
    },

    /** Does what was held. */
    confirm: async (plan: Plan) => {
      model.setState({ pending: null });
      await send(plan);
    },

    undo: async (actions: readonly Action[]) => {
      const undoIds = actions.map(() => newId());
      const actionIds = actions.map((action) => action.id);
      const answer = await run(
        () => client.actions.undo({ actionIds, undoIds }),
        (value) => learnActions({ actions: value.results.flatMap((result) => result.action ?? []) }),
      );
      if (!answer.ok) return;
      const byId = new Map(actions.map((action) => [action.id, action]));
      const lines = answer.value.results.map((result) => {
        const action = byId.get(result.actionId);
        return { name: action?.target?.name ?? '', fault: result.fault };
      });
      if (lines.some((line) => line.fault !== undefined)) model.setState({ undoReport: { lines } });
      else if (lines.length > 1) deps.told({ kind: 'undone', lines });
    },

    dismiss: (flagId: string, reason: DismissReason) =>
      run(
        () => client.flags.dismiss({ flagId, reason }),
        (flag) => [{ kind: 'flag', flag }],
      ),

    allow: (flagId: string, what: 'person' | 'text') =>
      run(
        () => client.flags.allow({ flagId, what }),
        (flag) => [{ kind: 'flag', flag }],
      ),

    claim: (flagId: string) =>
      run(
        () => client.flags.claim({ flagId }),
        (flag) => [{ kind: 'flag', flag }],
      ),

    release: (flagId: string) =>
      run(
        () => client.flags.release({ flagId }),
        (flag) => [{ kind: 'flag', flag }],
      ),

    ticket: async (target: Target) => {
      const id = newId();
      const answer = await run(
        () =>
          client.tickets.open({ id, roomId: target.roomId, eventId: target.eventId, flagId: target.flagId }),
        (ticket) => [{ kind: 'ticket', ticket }],
      );
      if (answer.ok) deps.told({ kind: 'ticket', number: answer.value.number, ticketId: answer.value.id });
    },

    /** Hands a flag up; what is not flagged goes up as a ticket. */
    escalate: async (target: Target) => {
      const id = newId();
      const ticketId = target.flagId === undefined ? newId() : undefined;
      const answer = await run(
        async () => {
          if (ticketId !== undefined) {
            await client.tickets.open({ id: ticketId, roomId: target.roomId, eventId: target.eventId });
          }
          return client.escalations.create({ id, flagId: target.flagId, ticketId });
        },
        (escalation) => [{ kind: 'escalation', escalation }],
      );
      if (answer.ok) deps.told({ kind: 'escalated' });
    },

    giveReason: async (actions: readonly Action[], reason: string) => {
      for (const action of actions.filter((each) => (each.reason ?? '') === '')) {
        const answer = await run(
          () => client.actions.reason({ actionId: action.id, reason }),
          (changed) => [{ kind: 'action', action: changed }],
        );
        if (!answer.ok) return;
      }
    },

    emergency: (roomId: string, on: boolean) =>
      run(() => client.rooms.emergency({ roomId, on }), learnActions),

    connect: (roomId: string) =>
      run(
        () => client.rooms.connect({ roomId }),
        () => [],
      ),

    note: (roomId: string, personId: string, text: string) =>
      run(
        () => client.people.note({ roomId, personId, text }),
        () => [],
      ),
  };
}
