import { expect, it } from 'vitest';
import type { Category } from '../../shared/domain/verdict.ts';
import { flagOf } from '../testing/samples.ts';
import { createRuleNames, learnNames, unknownRules } from './rule-names.ts';

const flags = (...categories: readonly Category[]) =>
  categories.map((category, index) => flagOf(String(index), { category }));

it('names the rules of flags that nobody told of yet', () => {
  const names = new Map([['links', '带链接']]);
  expect(unknownRules(flags('abuse', 'rule:links', 'rule:b', 'rule:a', 'rule:b'), names)).toEqual(['a', 'b']);
});

it('changes only when a name does', () => {
  const store = createRuleNames();
  let changes = 0;
  store.subscribe(() => {
    changes += 1;
  });
  learnNames(store, [{ id: 'a', name: '一' }]);
  learnNames(store, [{ id: 'a', name: '一' }]);
  learnNames(store, [{ id: 'a', name: '二' }]);
  expect([changes, [...store.getState()]]).toEqual([2, [['a', '二']]]);
});
