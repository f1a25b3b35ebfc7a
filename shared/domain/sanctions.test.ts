import { describe, expect, it } from 'vitest';
import { inForce, isStricter, type Sanction, wouldAlsoLift } from './sanctions.ts';

const sanction = (id: string, kind: 'mute' | 'ban', until: number | null, ours = true): Sanction => ({
  id,
  kind,
  at: 0,
  until,
  by: 'x',
  ours,
});

describe('sanctions', () => {
  it.each([
    ['a ban is stricter than a mute for good', sanction('a', 'ban', 100), sanction('b', 'mute', null), true],
    ['for good is stricter than a time', sanction('a', 'mute', null), sanction('b', 'mute', 100), true],
    ['later is stricter than sooner', sanction('a', 'mute', 200), sanction('b', 'mute', 100), true],
    ['the same is not stricter', sanction('a', 'mute', 100), sanction('b', 'mute', 100), false],
    ['a mute is not stricter than a ban', sanction('a', 'mute', null), sanction('b', 'ban', 1), false],
  ])('%s', (_, a, b, stricter) => {
    expect(isStricter(a, b)).toBe(stricter);
  });

  it('counts only what is in force', () => {
    expect(
      inForce([sanction('a', 'mute', 100), sanction('b', 'mute', null), sanction('c', 'ban', 50)], 100).map(
        (each) => each.id,
      ),
    ).toEqual(['b']);
  });

  it.each([
    [
      'a longer mute by another',
      [sanction('own', 'mute', 100), sanction('other', 'mute', 200, false)],
      'other',
    ],
    [
      'an equal mute by another',
      [sanction('own', 'mute', 100), sanction('other', 'mute', 100, false)],
      'other',
    ],
    [
      'a shorter mute by another',
      [sanction('own', 'mute', 200), sanction('other', 'mute', 100, false)],
      undefined,
    ],
    ['one that has ended', [sanction('own', 'mute', 100), sanction('other', 'mute', 5, false)], undefined],
    ['nothing else', [sanction('own', 'mute', 100)], undefined],
  ])('undoing looks out for %s', (_, all, expected) => {
    expect(wouldAlsoLift(all, 'own', 10)?.id).toBe(expected);
  });
});
