import { describe, expect, it } from 'vitest';
import { hitsOf, stampOf, takeRules } from './library.ts';
import { ruleView } from './rules.fixture.ts';

const rule = ruleView({ id: 'a', state: 'live', live: 1 });
const other = ruleView({ id: 'b' });
const { counts } = rule;
const more = { ...counts, live: { ...counts.live, hits: 7 } };

describe('what the feed of rules told', () => {
  const library = { rules: [rule, other], lists: [] };
  it.each([
    [
      'a library replaces all',
      library,
      { kind: 'library', rules: [other], lists: [] },
      { rules: [other], lists: [] },
    ],
    [
      'counts change their rule only',
      library,
      {
        kind: 'counts',
        counts: [
          { ruleId: 'a', counts: more },
          { ruleId: 'gone', counts: more },
        ],
      },
      { rules: [{ ...rule, counts: more }, other], lists: [] },
    ],
    ['counts before any library are of nothing', undefined, { kind: 'counts', counts: [] }, undefined],
  ] as const)('%s', (_, before, frame, after) => {
    expect(takeRules(before, frame)).toEqual(after);
  });

  it.each([
    ['a count', { counts: more }, false, true],
    ['a save', { newest: 2, updatedAt: 9 }, true, false],
    ['a brake', { halt: { kind: 'brake', at: 3, version: 1, reason: { zh: '', en: '' } } }, true, false],
    ['an archive', { state: 'archived' }, true, false],
    ['nothing', {}, false, false],
  ] as const)('tells a change from a count: %s', (_, change, isChange, isHit) => {
    const after = { ...rule, ...change };
    expect([stampOf(after) !== stampOf(rule), hitsOf(after) !== hitsOf(rule)]).toEqual([isChange, isHit]);
  });
});
