import { expect, it } from 'vitest';
import type { Reason } from '../domain/verdict.ts';
import { whyLine } from './why-line.ts';

const reason = (text: string, weight: number): Reason => ({ code: text, text, textEn: text, weight });

it('tells what speaks for it, the strongest first', () => {
  expect([whyLine([reason('a', 1), reason('b', -2), reason('c', 3), reason('d', 0)]), whyLine([])]).toEqual([
    { text: 'c；a', textEn: 'c; a' },
    { text: '', textEn: '' },
  ]);
});
