import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { blankRule } from '../../../shared/rules/rule.ts';
import type { ConnectionState } from '../../transport/connection.ts';
import { browserDrafts, keepDrafts } from './keep-drafts.ts';
import { createStudio, keepDraft, leaveDraft, type RuleDraft } from './model.ts';

/** A browser's storage, as far as it is used. */
function storageOf(map: Map<string, string>, isFull = () => false) {
  const storage = {
    getItem: (name: string) => map.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (isFull()) throw new Error('QuotaExceededError');
      map.set(name, text);
    },
    removeItem: (name: string) => map.delete(name),
  };
  // A browser lists what it holds as keys of the object itself.
  return browserDrafts(
    () => new Proxy(storage, { ownKeys: () => [...map.keys()], getOwnPropertyDescriptor: listed }) as never,
  );
}
const listed = (target: object, name: string | symbol) =>
  Reflect.getOwnPropertyDescriptor(target, name) ?? { enumerable: true, configurable: true, value: '' };

const as = (id: string): ConnectionState => ({
  kind: 'open',
  transport: 'hub',
  member: { id, name: id, roles: ['supervisor'], paired: true },
});
const draft = (name: string): RuleDraft => ({ base: 1, definition: blankRule(name), at: 5 });

/** A window on this machine, with somebody at it. */
function open(map: Map<string, string>, member: string, isFull?: () => boolean) {
  const model = createStudio();
  const connection = createStore<ConnectionState>(() => ({ kind: 'connecting' }));
  const close = keepDrafts(model, connection, storageOf(map, isFull));
  connection.setState(as(member), true);
  return { model, connection, close, names: () => [...model.getState().drafts.keys()] };
}

describe('drafts of rules', () => {
  it('are there again in the next window of the same member, rule by rule, until dropped', () => {
    const map = new Map<string, string>();
    const first = open(map, 'zhou');
    keepDraft(first.model, 'a', draft('甲'));
    keepDraft(first.model, 'b.c', { ...draft('乙'), base: 0, remark: '为什么' });
    keepDraft(first.model, 'gone', draft('丙'));
    keepDraft(first.model, 'gone', null);
    first.close();
    const next = open(map, 'zhou');
    expect([...next.model.getState().drafts]).toEqual([
      ['a', { ...draft('甲'), isLeft: true }],
      ['b.c', { ...draft('乙'), base: 0, remark: '为什么', isLeft: true }],
    ]);
    keepDraft(next.model, 'a', null);
    expect(open(map, 'zhou').names()).toEqual(['b.c']);
  });

  it('are each member’s own, also when somebody else signs in at the same window', () => {
    const map = new Map<string, string>();
    const { model, connection, names } = open(map, 'zhou');
    keepDraft(model, 'a', draft('甲'));
    connection.setState({ kind: 'lost', since: 1 }, true);
    keepDraft(model, 'b', draft('乙'));
    connection.setState(as('zhou'), true);
    expect(names()).toEqual(['a', 'b']);
    connection.setState(as('zhou.a'), true);
    expect(names()).toEqual([]);
    connection.setState(as('zhou'), true);
    expect(names()).toEqual(['a', 'b']);
  });

  it('do not overwrite those of another window', () => {
    const map = new Map<string, string>();
    const [one, two] = [open(map, 'zhou'), open(map, 'zhou')];
    keepDraft(one.model, 'a', draft('甲'));
    keepDraft(two.model, 'b', draft('乙'));
    expect(open(map, 'zhou').names().toSorted()).toEqual(['a', 'b']);
  });

  it('say so where this machine keeps nothing', () => {
    let isFull = true;
    const { model } = open(new Map(), 'zhou', () => isFull);
    keepDraft(model, 'a', draft('甲'));
    const before = model.getState().isUnkept;
    isFull = false;
    keepDraft(model, 'a', draft('甲乙'));
    expect([before, model.getState().isUnkept]).toEqual([true, false]);
  });

  it('wait for an answer once their rule was left', () => {
    const model = createStudio();
    keepDraft(model, 'a', draft('甲'));
    leaveDraft(model, 'a');
    leaveDraft(model, 'nothing');
    expect([...model.getState().drafts]).toEqual([['a', { ...draft('甲'), isLeft: true }]]);
  });
});
