import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fault } from '../../shared/domain/fault.ts';
import { exhaustive } from '../../shared/domain/result.ts';
import {
  BEGINNING,
  type Supervision,
  type SupervisionEffect,
  type SupervisionInput,
  supervise,
} from './supervision.ts';

const run = (inputs: readonly SupervisionInput[]): { state: Supervision; effects: SupervisionEffect[] } => {
  let state = BEGINNING;
  const effects: SupervisionEffect[] = [];
  for (const input of inputs) {
    const step = supervise(state, input);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
};
const quiet = (effects: readonly SupervisionEffect[]) => effects.filter((effect) => effect.kind !== 'show');
const ready: readonly SupervisionInput[] = [{ kind: 'start' }, { kind: 'started', at: 0 }];
const crash = (at: number): SupervisionInput => ({ kind: 'exited', detail: 'code 9', at });
const hand = (windowId: number): SupervisionEffect => ({ kind: 'hand_over', windowId });

describe('handing over ports', () => {
  const cases: readonly [string, readonly SupervisionInput[], readonly SupervisionEffect[]][] = [
    [
      'a page that asks before the core is up gets its port when it is up',
      [{ kind: 'start' }, { kind: 'asked', windowId: 1 }, { kind: 'started', at: 0 }],
      [{ kind: 'spawn' }, hand(1)],
    ],
    [
      'a page that asks later gets it at once',
      [...ready, { kind: 'asked', windowId: 1 }],
      [{ kind: 'spawn' }, hand(1)],
    ],
    [
      'a reloaded page asks again and gets another',
      [...ready, { kind: 'asked', windowId: 1 }, { kind: 'asked', windowId: 1 }],
      [{ kind: 'spawn' }, hand(1), hand(1)],
    ],
    [
      'after a crash every open window gets another, without asking',
      [
        ...ready,
        { kind: 'asked', windowId: 1 },
        { kind: 'asked', windowId: 2 },
        crash(1_000),
        { kind: 'due' },
        { kind: 'started', at: 2_000 },
      ],
      [{ kind: 'spawn' }, hand(1), hand(2), { kind: 'wait', ms: 250 }, { kind: 'spawn' }, hand(1), hand(2)],
    ],
    [
      'a page that reloads while the core is down gets one port, not two',
      [
        ...ready,
        { kind: 'asked', windowId: 1 },
        crash(1_000),
        { kind: 'asked', windowId: 1 },
        { kind: 'due' },
        { kind: 'started', at: 2_000 },
      ],
      [{ kind: 'spawn' }, hand(1), { kind: 'wait', ms: 250 }, { kind: 'spawn' }, hand(1)],
    ],
    [
      'a closed window gets none',
      [
        { kind: 'start' },
        { kind: 'asked', windowId: 1 },
        { kind: 'gone', windowId: 1 },
        { kind: 'started', at: 0 },
      ],
      [{ kind: 'spawn' }],
    ],
  ];
  it.each(cases)('%s', (_name, inputs, effects) => {
    expect(quiet(run(inputs).effects)).toEqual(effects);
  });
});

describe('restarting', () => {
  it('waits longer after each crash, up to 30 s, and forgets crashes after a quiet minute', () => {
    const waits: number[] = [];
    let state = run(ready).state;
    for (let n = 0; n < 10; n += 1) {
      const step = supervise(state, crash(n));
      waits.push(...step.effects.flatMap((effect) => (effect.kind === 'wait' ? [effect.ms] : [])));
      state = supervise(supervise(step.state, { kind: 'due' }).state, { kind: 'started', at: n }).state;
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(supervise(state, crash(60_009)).effects.at(-1)).toEqual({ kind: 'wait', ms: 250 });
  });

  it('shows when it will try again', () => {
    const { state } = run([...ready, crash(1_000)]);
    expect(state.core).toEqual({ kind: 'waiting', crashes: 1, until: 1_250, detail: 'code 9' });
  });

  it('a core that says why it cannot start is not started again by itself, but by a person', () => {
    const refused: SupervisionInput = { kind: 'refused', fault: fault('store_newer') };
    const before = run([{ kind: 'start' }, refused, crash(5)]);
    expect([quiet(before.effects), before.state.core.kind]).toEqual([[{ kind: 'spawn' }], 'refused']);
    expect(quiet(supervise(before.state, { kind: 'start' }).effects)).toEqual([{ kind: 'spawn' }]);
  });

  it('a core that hangs is ended and started again; one that is only starting may take its time', () => {
    const hung = run([...ready, { kind: 'silent' }, crash(20_000), { kind: 'due' }, { kind: 'silent' }]);
    expect([quiet(hung.effects), hung.state.core.kind]).toEqual([
      [{ kind: 'spawn' }, { kind: 'kill' }, { kind: 'wait', ms: 250 }, { kind: 'spawn' }],
      'starting',
    ]);
  });

  it('starts once however often it is asked to', () => {
    expect(quiet(run([...ready, { kind: 'start' }, { kind: 'start' }]).effects)).toEqual([{ kind: 'spawn' }]);
  });
});

describe('stopping', () => {
  const cases: readonly [string, readonly SupervisionInput[], readonly SupervisionEffect[]][] = [
    [
      'asks the core, and is finished when it has gone',
      [...ready, { kind: 'stop' }, crash(9)],
      [{ kind: 'spawn' }, { kind: 'ask_to_stop' }, { kind: 'wait', ms: 5_000 }, { kind: 'finished' }],
    ],
    [
      'ends a core that does not go in time',
      [...ready, { kind: 'stop' }, { kind: 'due' }, crash(9)],
      [
        { kind: 'spawn' },
        { kind: 'ask_to_stop' },
        { kind: 'wait', ms: 5_000 },
        { kind: 'kill' },
        { kind: 'finished' },
      ],
    ],
    [
      'during a back-off it is finished at once, and stays so',
      [...ready, crash(9), { kind: 'stop' }, { kind: 'due' }, { kind: 'start' }],
      [{ kind: 'spawn' }, { kind: 'wait', ms: 250 }, { kind: 'finished' }],
    ],
    ['without a core it is finished at once', [{ kind: 'stop' }], [{ kind: 'finished' }]],
  ];
  it.each(cases)('%s', (_name, inputs, effects) => {
    expect(quiet(run(inputs).effects)).toEqual(effects);
  });
});

describe('for any order of events', () => {
  const input: fc.Arbitrary<SupervisionInput> = fc.oneof(
    fc.constant<SupervisionInput>({ kind: 'start' }),
    fc.constant<SupervisionInput>({ kind: 'due' }),
    fc.constant<SupervisionInput>({ kind: 'silent' }),
    fc.constant<SupervisionInput>({ kind: 'stop' }),
    fc.constant<SupervisionInput>({ kind: 'refused', fault: fault('store_failed') }),
    fc.nat(100_000).map((at): SupervisionInput => ({ kind: 'started', at })),
    fc.nat(100_000).map((at): SupervisionInput => crash(at)),
    fc.nat(3).map((windowId): SupervisionInput => ({ kind: 'asked', windowId })),
    fc.nat(3).map((windowId): SupervisionInput => ({ kind: 'gone', windowId })),
  );

  it('there is never a second process, and no port without a core', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 60 }), (inputs) => {
        let state = BEGINNING;
        let alive = false;
        for (const next of inputs) {
          // What the world cannot do: a process that is not there neither starts nor exits.
          if (!alive && (next.kind === 'started' || next.kind === 'exited' || next.kind === 'refused'))
            continue;
          const step = supervise(state, next);
          if (next.kind === 'exited') alive = false;
          state = step.state;
          for (const effect of step.effects) {
            switch (effect.kind) {
              case 'spawn':
                expect(alive).toBe(false);
                alive = true;
                break;
              case 'hand_over':
                expect([alive, state.core.kind]).toEqual([true, 'running']);
                break;
              case 'ask_to_stop':
              case 'kill':
                expect(alive).toBe(true);
                break;
              case 'finished':
                expect(alive).toBe(false);
                break;
              case 'wait':
              case 'show':
                break;
              default:
                exhaustive(effect);
            }
          }
        }
      }),
    );
  });
});
