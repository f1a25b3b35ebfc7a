import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newPlayer, nextSpeed, type Player, type PlayerCommand, playerStep, SPEEDS } from './player.ts';

const start = newPlayer(1_000, 61_000, 0);
const run = (commands: readonly PlayerCommand[], from: Player = start) => commands.reduce(playerStep, from);
const short = ({ at, speed, playing }: Player) => [at, speed, playing];

describe('play-back', () => {
  it.each<[string, PlayerCommand[], unknown[]]>([
    ['stands still', [{ kind: 'tick', now: 5_000 }], [1_000, 1, false]],
    [
      'plays in real time',
      [
        { kind: 'play', now: 0 },
        { kind: 'tick', now: 2_000 },
      ],
      [3_000, 1, true],
    ],
    [
      'changes speed without a jump',
      [
        { kind: 'play', now: 0 },
        { kind: 'speed', speed: 20, now: 1_000 },
        { kind: 'tick', now: 2_000 },
      ],
      [22_000, 20, true],
    ],
    [
      'pauses where it is',
      [
        { kind: 'play', now: 0 },
        { kind: 'pause', now: 4_000 },
        { kind: 'tick', now: 9_000 },
      ],
      [5_000, 1, false],
    ],
    [
      'goes on playing after a seek',
      [
        { kind: 'play', now: 0 },
        { kind: 'seek', at: 30_000, now: 500 },
        { kind: 'tick', now: 1_500 },
      ],
      [31_000, 1, true],
    ],
    ['stays inside', [{ kind: 'seek', at: 99_000_000, now: 1 }], [61_000, 1, false]],
    [
      'stops at the end',
      [
        { kind: 'play', now: 0 },
        { kind: 'tick', now: 900_000 },
      ],
      [61_000, 1, false],
    ],
    [
      'begins anew from the end',
      [
        { kind: 'seek', at: 61_000, now: 0 },
        { kind: 'play', now: 10 },
        { kind: 'tick', now: 20 },
      ],
      [1_010, 1, true],
    ],
    [
      'grows with a running sitting, never shrinks',
      [
        { kind: 'extend', to: 90_000, now: 0 },
        { kind: 'extend', to: 10, now: 0 },
        { kind: 'seek', at: 80_000, now: 0 },
      ],
      [80_000, 1, false],
    ],
    [
      'ignores a clock that goes back',
      [
        { kind: 'play', now: 5_000 },
        { kind: 'tick', now: 4_000 },
      ],
      [1_000, 1, true],
    ],
  ])('%s', (_name, commands, expected) => {
    expect(short(run(commands))).toEqual(expected);
  });

  it('does not play an empty sitting', () => {
    expect(short(playerStep(newPlayer(5, 5, 0), { kind: 'play', now: 1 }))).toEqual([5, 1, false]);
  });

  it.each([
    [1, 1, 2],
    [20, 1, 20],
    [1, -1, 1],
    [10, -1, 5],
  ] as const)('speed %i by %i', (speed, step, expected) => {
    expect(nextSpeed(speed, step)).toBe(expected);
  });

  it('never leaves the sitting, whatever is asked', () => {
    const now = fc.integer({ min: 0, max: 1e7 });
    const command: fc.Arbitrary<PlayerCommand> = fc.oneof(
      fc.record({ kind: fc.constantFrom('play', 'pause', 'tick'), now }) as fc.Arbitrary<PlayerCommand>,
      fc.record({ kind: fc.constant('seek' as const), at: fc.integer({ min: -1e9, max: 1e9 }), now }),
      fc.record({ kind: fc.constant('speed' as const), speed: fc.constantFrom(...SPEEDS), now }),
    );
    fc.assert(
      fc.property(fc.array(command), (commands) => {
        const { at } = run(commands);
        return at >= start.from && at <= start.to;
      }),
    );
  });
});
