import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, isQuiet, openPreferences, parsePreferences } from './preferences.ts';

describe('preferences', () => {
  it.each<[string | null, unknown]>([
    [null, {}],
    ['not json', {}],
    ['[1]', {}],
    ['{"language":"fr","theme":"light","sound":"yes"}', { theme: 'light' }],
    ['{"quiet":{"fromMin":60,"toMin":9999}}', {}],
    [
      '{"quiet":{"fromMin":60,"toMin":480},"language":"en"}',
      { quiet: { fromMin: 60, toMin: 480 }, language: 'en' },
    ],
    ['{"quiet":null}', { quiet: null }],
  ])('%s', (text, expected) => {
    expect(parsePreferences(text)).toEqual(expected);
  });

  it('keeps what is changed', () => {
    let kept: string | null = null;
    const keeper = {
      read: () => kept,
      write: (text: string) => {
        kept = text;
      },
    };
    openPreferences(keeper, 'en').setState({ theme: 'light' });
    expect(openPreferences(keeper, 'zh').getState()).toEqual({
      ...DEFAULT_PREFERENCES,
      language: 'en',
      theme: 'light',
    });
  });

  it.each<[number, number, number, boolean]>([
    [60, 480, 59, false],
    [60, 480, 60, true],
    [60, 480, 480, false],
    [1_380, 420, 1_400, true],
    [1_380, 420, 30, true],
    [1_380, 420, 600, false],
    [60, 60, 60, false],
  ])('quiet from %i to %i at %i: %s', (fromMin, toMin, at, expected) => {
    expect(isQuiet({ fromMin, toMin }, at)).toBe(expected);
  });
});
