import { createORPCClient } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { ActionRequest } from '../../../shared/api/inputs.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { yuan } from '../../../shared/domain/money.ts';
import type { Plan } from '../../logic/plan.ts';
import { applyChanges, type DeskState, EMPTY_DESK } from '../../state/desk.ts';
import type { DeskStore } from '../../state/desk-store.ts';
import { actionOf, flagOf, somebody } from '../../testing/samples.ts';
import { faultError } from '../../transport/attempt.ts';
import { createCommands, type Told } from './commands.ts';
import { createModel } from './model.ts';

type Answers = Readonly<Record<string, (input: never) => unknown>>;

/** A workbench over a core that answers as told; `calls` are what reached it. */
function workbench(answers: Answers) {
  const calls: [string, unknown][] = [];
  const client: ApiClient = createORPCClient({
    call: async (path, input) => {
      const name = path.join('.');
      calls.push([name, input]);
      const answer = answers[name];
      if (answer === undefined) throw faultError('not_found');
      return answer(input as never);
    },
  });
  const store = createStore<DeskState>(() => EMPTY_DESK);
  const desk: DeskStore = {
    store,
    learn: (changes) => store.setState(applyChanges(store.getState(), changes), true),
    follow: () => () => undefined,
  };
  const model = createModel();
  const failures: { readonly fault: Fault; readonly retry: () => void }[] = [];
  const told: Told[] = [];
  let n = 0;
  const commands = createCommands({
    client,
    desk,
    model,
    newId: () => `id${++n}`,
    topSupporterFen: () => 100_000,
    failed: (what, retry) => failures.push({ fault: what, retry }),
    told: (what) => told.push(what),
  });
  return { calls, desk: store, model, failures, told, commands };
}

const card = (fen: number) => ({ person: somebody('p1'), roomId: 'r', totals: [yuan(fen)] });
const perform = ({ requests }: { requests: ActionRequest[] }) => ({
  actions: requests.map((request) => actionOf(request.id, { state: 'requested', groupId: request.groupId })),
});
const mute: Plan = {
  roomId: 'r',
  kind: 'mute',
  people: [somebody('p1')],
  messageIds: [],
  bystanders: [],
  durationSec: 600,
  flagId: 'f',
};
const names = (calls: readonly [string, unknown][]) => calls.map(([name]) => name);

describe('the workbench’s commands', () => {
  it('looks at what somebody spent, then acts, and knows the answer at once', async () => {
    const { commands, calls, desk, model } = workbench({
      'people.card': () => card(5),
      'actions.perform': perform,
    });
    await commands.act(mute);
    expect([names(calls), [...desk.getState().actions.keys()], model.getState().pending]).toEqual([
      ['people.card', 'actions.perform'],
      ['id1'],
      null,
    ]);
  });

  it('asks to hold for a top supporter, and acts once held', async () => {
    const { commands, calls, model } = workbench({
      'people.card': () => card(100_000),
      'actions.perform': perform,
    });
    await commands.act(mute);
    const { pending } = model.getState();
    expect([names(calls), pending?.harsh]).toEqual([['people.card'], ['supporter']]);
    if (pending !== null) await commands.confirm(pending.plan);
    expect([names(calls).at(-1), model.getState().pending]).toEqual(['actions.perform', null]);
  });

  it('repeats the very same request when one tries again', async () => {
    let down = true;
    const { commands, calls, failures, desk } = workbench({
      'people.card': () => card(5),
      'actions.perform': (input: { requests: ActionRequest[] }) => {
        if (down) throw new Error('line');
        return perform(input);
      },
    });
    await commands.act(mute);
    down = false;
    failures[0]?.retry();
    await new Promise((resolve) => setTimeout(resolve));
    const [first, second] = calls.filter(([name]) => name === 'actions.perform').map(([, input]) => input);
    expect([failures.map((each) => each.fault), first, desk.getState().actions.size]).toEqual([
      [fault('unreachable')],
      second,
      1,
    ]);
  });

  it('tells what could not be undone, by person', async () => {
    const { commands, model, told } = workbench({
      'actions.undo': ({ actionIds, undoIds }: { actionIds: string[]; undoIds: string[] }) => ({
        results: actionIds.map((actionId, at) =>
          actionId === 'b'
            ? { actionId, fault: fault('undo_would_lift_other') }
            : { actionId, action: actionOf(undoIds[at] ?? '', { undoOf: actionId }) },
        ),
      }),
    });
    const named = (id: string) => actionOf(id, { target: somebody(`name-${id}`) });
    await commands.undo([named('a'), named('b')]);
    expect(model.getState().undoReport?.lines).toEqual([
      { name: 'name-a', fault: undefined },
      { name: 'name-b', fault: fault('undo_would_lift_other') },
    ]);
    await commands.undo([named('c'), named('d')]);
    expect(told.map((what) => what.kind)).toEqual(['undone']);
  });

  it('hands up what is not flagged as a ticket', async () => {
    const { commands, calls } = workbench({
      'tickets.open': () => ({}),
      'escalations.create': () => ({ id: 'x', version: 1 }),
    });
    await commands.escalate({ roomId: 'r', people: [], bystanders: [], messageIds: [], eventId: 'e1' });
    expect(calls).toEqual([
      ['tickets.open', { id: 'id2', roomId: 'r', eventId: 'e1' }],
      ['escalations.create', { id: 'id1', ticketId: 'id2' }],
    ]);
  });

  it('dismisses with a reason', async () => {
    const done = flagOf('f', { state: 'resolved', outcome: 'dismissed', version: 2 });
    const { commands, calls, desk } = workbench({ 'flags.dismiss': () => done });
    await commands.dismiss('f', 'joke');
    expect([calls, desk.getState().flags.get('f')]).toEqual([
      [['flags.dismiss', { flagId: 'f', reason: 'joke' }]],
      done,
    ]);
  });
});
