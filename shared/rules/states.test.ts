import { expect, it } from 'vitest';
import type { RuleHead } from './rule.ts';
import { staged, stateOf, stateOfRule } from './states.ts';

const by = { kind: 'person', id: 'zhou', name: '周' } as const;
const base: RuleHead = { id: 'r', newest: 3, createdAt: 1, createdBy: by, updatedAt: 1, updatedBy: by };
const brake = { kind: 'brake', at: 1, version: 1, reason: { zh: '', en: '' } } as const;

it.each([
  ['draft to shadow', {}, 3, 'shadow', false, { shadow: 3 }],
  ['draft to live is not seen to count', {}, 3, 'live', false, 'invalid'],
  ['shadow to live', { shadow: 3 }, 3, 'live', false, { live: 3 }],
  ['what was live goes live again', {}, 2, 'live', true, { live: 2 }],
  ['live beside a newer shadow', { live: 1 }, 3, 'shadow', false, { live: 1, shadow: 3 }],
  ['the shadow takes the place of the live one', { live: 1, shadow: 3 }, 3, 'live', false, { live: 3 }],
  ['live back to the shadow', { live: 1 }, 1, 'shadow', true, { shadow: 1 }],
  ['stopped', { live: 1, shadow: 3 }, 1, 'draft', true, { shadow: 3 }],
  ['no such version', {}, 4, 'shadow', false, 'not_found'],
  ['archived', { archivedAt: 9 }, 3, 'shadow', false, 'conflict'],
  ['the halt goes with its version', { live: 1, halt: brake }, 1, 'draft', true, {}],
  [
    'the halt of another stays',
    { live: 1, halt: brake },
    3,
    'shadow',
    false,
    { live: 1, shadow: 3, halt: brake },
  ],
] as const)('%s', (_, more, version, to, wasLive, expected) => {
  const next = staged({ ...base, ...more }, version, to, wasLive);
  expect(next.ok ? next.value : next.fault.code).toEqual(
    typeof expected === 'string' ? expected : { ...base, ...expected },
  );
});

it('tells how a version and a rule run', () => {
  const head = { ...base, live: 1, shadow: 3 };
  expect([1, 2, 3].map((version) => stateOf(head, version))).toEqual(['live', 'draft', 'shadow']);
  expect([head, { ...base, shadow: 3 }, base, { ...base, archivedAt: 1 }].map(stateOfRule)).toEqual([
    'live',
    'shadow',
    'draft',
    'archived',
  ]);
});
