import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { changeWords } from './change-words.ts';

const t = ((key: string, values?: { readonly name: string }) =>
  `<${key}${values?.name ?? ''}>`) as unknown as TFunction;

it.each([
  ['new → open', '<common:ticketState.new> → <common:ticketState.open>'],
  ['low → urgent；@林', '<common:priority.low> → <common:priority.urgent>；<tickets:changed.assignee林>'],
  ['客服 → 财务；@—', '客服 → 财务；<tickets:changed.nobody>'],
  [
    'open → solved；已退款；已致歉',
    '<common:ticketState.open> → <common:ticketState.solved>；已退款；已致歉',
  ],
  ['看 a → b → c', '看 a → b → c'],
])('%s', (text, expected) => {
  expect(changeWords(text, t)).toBe(expected);
});
