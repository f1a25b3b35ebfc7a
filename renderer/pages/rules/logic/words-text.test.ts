import { describe, expect, it } from 'vitest';
import { wordsOf, wordsText } from './words-text.ts';

describe('words as typed', () => {
  it.each([
    ['', []],
    ['加微信、加薇信，看我主页\n进群领\r\n加微信', ['加微信', '加薇信', '看我主页', '进群领']],
    [' ,;； ', []],
  ])('%j', (typed, words) => {
    expect(wordsOf(typed)).toEqual(words);
    expect(wordsOf(wordsText(words))).toEqual(words);
  });
});
