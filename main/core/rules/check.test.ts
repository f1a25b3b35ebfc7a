import { expect, it } from 'vitest';
import { checkRule } from '../../../shared/rules/check.ts';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import { DEFAULT_VARIANTS, type WordList } from '../../../shared/rules/words.ts';
import { createRe2Engine } from './re2.ts';
import { decodeFile } from './upload.ts';

const engine = createRe2Engine();
const list: WordList = {
  id: 'ads',
  version: 1,
  name: '广告',
  variants: DEFAULT_VARIANTS,
  words: ['微信'],
  except: [],
  at: 0,
  by: { kind: 'system', id: 'system', name: '' },
};
const words = { kind: 'words', lists: [{ id: 'ads' }] } as const;
const ladder = {
  kind: 'ladder',
  steps: [
    { action: 'mute', durationSec: 60 },
    { action: 'warn', text: '停' },
  ],
  memoryMin: 1,
  restSec: 60,
  maxPerMinute: 5,
} as const;
const heavy = { kind: 'pattern', source: '(?:ab|cd){80}(?:ef|gh){80}' } as const;

it.each<readonly [string, Partial<RuleDefinition>, readonly string[]]>([
  ['a rule as it should be', { when: words }, []],
  ['no words at all', {}, ['warning when']],
  [
    'a list that is not there',
    { when: { kind: 'words', lists: [{ id: 'no' }] } },
    ['error when.lists.0', 'warning when'],
  ],
  ['a word of signs', { when: { ...words, words: ['。。'] } }, ['error when.words.0']],
  ['a pattern that fits everything', { when: { kind: 'pattern', source: 'a*' } }, ['error when.source']],
  [
    'a wrong pattern inside',
    { when: { kind: 'any', of: [words, { kind: 'not', of: { kind: 'pattern', source: '(' } }] } },
    ['error when.of.1.of.source'],
  ],
  ['no length', { when: { kind: 'length' } }, ['error when']],
  ['lengths the wrong way round', { when: { kind: 'length', atLeast: 9, atMost: 3 } }, ['error when']],
  [
    'more than is remembered of a person',
    { when: { kind: 'rate', what: 'person_messages', windowSec: 60, atLeast: 61 } },
    ['error when.atLeast'],
  ],
  ['so many of the room', { when: { kind: 'rate', what: 'room_messages', windowSec: 60, atLeast: 900 } }, []],
  ['a gift without a value', { when: { kind: 'gift', unit: 'fen' } }, ['error when']],
  ['a gift of no value', { when: { kind: 'gift', unit: 'fen', atLeast: 5, below: 5 } }, ['error when']],
  [
    'gifts that are not looked at',
    { when: { kind: 'gift', unit: 'fen', below: 5 }, on: ['enter'] },
    ['warning when'],
  ],
  ['more than there are', { when: { kind: 'at_least', n: 3, of: [words, words] } }, ['error when.n']],
  [
    'too many patterns',
    { when: { kind: 'any', of: Array(9).fill({ kind: 'pattern', source: 'ab' }) } },
    ['error when'],
  ],
  ['too costly', { when: { kind: 'any', of: Array(4).fill(heavy) } }, ['error when']],
  [
    'a rest as long as the memory, a milder step',
    { when: words, does: ladder },
    ['error does.restSec', 'warning does.steps.1'],
  ],
  [
    'nothing to delete',
    { when: words, on: ['gift'], does: { ...ladder, restSec: 5, steps: [{ action: 'delete' }] } },
    ['warning does.steps.0'],
  ],
])('%s', (_, more, expected) => {
  const found = checkRule(
    { ...blankRule('规则'), ...more },
    (id) => (id === 'ads' ? list : undefined),
    engine,
  );
  expect(found.map((each) => `${each.level} ${each.path}`)).toEqual(expected);
  for (const { text } of found) expect([text.zh.length > 3, text.en.length > 3]).toEqual([true, true]);
});

const bytes = (...parts: readonly number[]): { readonly base64: string } => ({
  base64: Buffer.from(parts).toString('base64'),
});
it.each([
  ['text as it is', { text: '微信' }, '微信', 'text'],
  ['UTF-8', bytes(0xe5, 0xbe, 0xae), '微', 'utf-8'],
  ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0xe5, 0xbe, 0xae), '微', 'utf-8'],
  ['UTF-16', bytes(0xff, 0xfe, 0xae, 0x5f), '微', 'utf-16le'],
  ['UTF-16, the other way', bytes(0xfe, 0xff, 0x5f, 0xae), '微', 'utf-16be'],
  ['GB18030', bytes(0xbc, 0xd3, 0xc8, 0xba), '加群', 'gb18030'],
  ['neither', bytes(0x61, 0xff), 'a\ufffd', 'utf-8'],
])('a file: %s', (_, input, text, encoding) => {
  expect(decodeFile(input)).toEqual({ ok: true, value: { text, encoding } });
});
