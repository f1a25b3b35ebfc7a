import { describe, expect, it } from 'vitest';
import { blankRule, type RuleDefinition } from '../../../../shared/rules/rule.ts';
import { draftText, readDraft, standingOf } from './kept-draft.ts';
import { blankMatcher, MATCHER_GROUPS } from './matchers.ts';
import { blankLadder } from './steps.ts';

const whole = blankRule('引流');
const when = (value: unknown): RuleDefinition => ({ ...whole, when: value as RuleDefinition['when'] });
const kept = (definition: unknown, more: object = {}) =>
  JSON.stringify({ base: 2, at: 7, definition, ...more });

describe('a kept draft', () => {
  it.each([
    ['whole', { ...whole, does: blankLadder('请文明发言') }],
    ['with nothing in it yet', { ...whole, name: '', on: [], when: { kind: 'all', of: [] } }],
    [
      'with numbers not typed yet',
      when({ kind: 'any', of: [{ kind: 'gift', unit: 'fen', atLeast: Number.NaN }] }),
    ],
    [
      'with conditions in conditions',
      when({ kind: 'all', of: [{ kind: 'not', of: { kind: 'any', of: [] } }] }),
    ],
    [
      'with every matcher as it begins',
      when({
        kind: 'all',
        of: Object.values(MATCHER_GROUPS).flatMap((kinds) => kinds.map((kind) => blankMatcher(kind, 480))),
      }),
    ],
  ] as const)('comes back as it was: %s', (_, definition) => {
    const draft = { base: 3, definition: definition as RuleDefinition, remark: '改', at: 9 };
    expect(readDraft(draftText(draft))).toEqual({ ...draft, isLeft: true });
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{"base":'],
    ['no object', '7'],
    ['no definition', '{"base":1,"at":1}'],
    ['another format', kept({ ...whole, format: 2 })],
    ['a matcher this app does not know', kept(when({ kind: 'all', of: [{ kind: 'moon' }] }))],
    ['a matcher without its fields', kept(when({ kind: 'all', of: [{ kind: 'words' }] }))],
    ['no beginning', kept(whole, { base: 'x' })],
  ])('is left alone where it cannot be shown: %s', (_, text) => {
    expect(readDraft(text)).toBe(null);
  });

  it.each([
    ['of a new rule', 0, undefined, { kind: 'current' }],
    ['of the newest version', 4, 4, { kind: 'current' }],
    ['of an older version', 3, 4, { kind: 'behind', newest: 4 }],
    ['of a new rule that was saved meanwhile', 0, 1, { kind: 'behind', newest: 1 }],
  ] as const)('knows what the hub has meanwhile: %s', (_, base, newest, standing) => {
    expect(standingOf({ base }, newest)).toEqual(standing);
  });
});
