import { expect, it } from 'vitest';
import type { ChatRow } from '../../../shared/api/views.ts';
import { toCsv } from './csv.ts';

const row = (text: string): ChatRow => ({
  offset: 1,
  id: 'e',
  roomId: 'room',
  kind: 'chat',
  at: 0,
  text,
  marks: [],
  person: { id: 'demo:a', nativeId: 'a', name: '=cmd()', actionable: true },
});

it.each([
  ['plain', '你好', '你好'],
  ['a comma', 'a,b', '"a,b"'],
  ['quotes', '他说"好"', '"他说""好"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a formula', '=1+1', "'=1+1"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a minus', '-1', "'-1"],
])('keeps a spreadsheet from running %s', (_, text, expected) => {
  const [header, line] = toCsv([row(text)]).split(/\r\n/);
  expect(header?.startsWith('\ufefftime,')).toBe(true);
  expect(line).toBe(`1970-01-01T00:00:00.000Z,chat,demo:a,'=cmd(),${expected},,,,,,`);
});
