import { describe, expect, it } from 'vitest';
import { blankRule } from '../../../../shared/rules/rule.ts';
import { countsOf, movesOf, newRules, shownRules } from './rule-list.ts';
import { ruleView } from './rules.fixture.ts';

const draft = ruleView({ id: 'd', name: '草稿' });
const shadow = ruleView({ id: 's', name: '影子', state: 'shadow', shadow: 1, hasDraft: false });
const live = ruleView({ id: 'l', name: 'Links', state: 'live', live: 1, hasDraft: false });
const both = ruleView({ id: 'b', name: '两版', state: 'live', newest: 3, live: 1, shadow: 2 });
const halted = ruleView({
  id: 'h',
  name: '刹车',
  state: 'live',
  live: 1,
  hasDraft: false,
  halt: { kind: 'brake', at: 0, version: 1, reason: { zh: '', en: '' } },
});
const gone = ruleView({ id: 'g', name: '旧', state: 'archived', hasDraft: false, archivedAt: 1 });
const rules = [draft, shadow, live, both, halted, gone];

describe('the list of rules', () => {
  it('counts what is under each filter', () => {
    expect(countsOf(rules)).toEqual({ all: 5, live: 3, shadow: 2, draft: 2, halted: 1, archived: 1 });
  });

  it.each([
    ['all', '', ['h', 'b', 'l', 's', 'd']],
    ['live', '', ['h', 'b', 'l']],
    ['archived', '', ['g']],
    ['all', 'link', ['l']],
    ['all', '影', ['s']],
    ['draft', 'nothing', []],
  ] as const)('%s %j', (filter, text, ids) => {
    expect(
      shownRules(rules, filter, text)
        .map((rule) => rule.id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(shownRules(rules, 'all', '')[0]?.id).toBe('h');
  });

  it.each([
    ['', ['later', 'x']],
    ['新', ['x']],
  ])('has what was begun here and is not saved: %j', (text, ids) => {
    const begun = (name: string, base: number, at: number) => ({ base, at, definition: blankRule(name) });
    const drafts = new Map([
      ['x', begun('新的', 0, 1)],
      ['d', begun('新的存了', 0, 2)],
      ['s', begun('新的改', 1, 3)],
      ['later', begun('', 0, 4)],
    ]);
    expect(newRules(drafts, rules, text).map((each) => each.ruleId)).toEqual(ids);
  });

  it.each([
    ['a draft', draft, ['to_shadow 1']],
    ['counting', shadow, ['to_live 1', 'stop_shadow 1']],
    ['live', live, ['stop_live 1']],
    ['live, one counting, a newer draft', both, ['to_live 2', 'to_shadow 3', 'stop_shadow 2', 'stop_live 1']],
    ['archived', gone, []],
  ])('what may follow: %s', (_, rule, moves) => {
    expect(movesOf(rule).map((move) => `${move.kind} ${move.version}`)).toEqual(moves);
  });
});
