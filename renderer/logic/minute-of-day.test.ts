import { expect, it } from 'vitest';
import { clockMinutes, clockText } from './minute-of-day.ts';

it.each([
  ['22:05', 1_325, '22:05'],
  ['7：30', 450, '07:30'],
  ['00:00', 0, '00:00'],
  ['24:00', null, null],
  ['1:7', null, null],
])('reads and writes %s', (text, minutes, back) => {
  const read = clockMinutes(text);
  expect([read, read === null ? null : clockText(read)]).toEqual([minutes, back]);
});
