import { describe, expect, it } from 'vitest';
import type { DeskChange, DeskFrame, Gauges } from '../../shared/api/views.ts';
import { actionOf, flagOf } from '../testing/samples.ts';
import { applyChanges, applyDesk, type DeskState, EMPTY_DESK } from './desk.ts';

const GAUGES: Gauges = {
  flagP50Ms: 1,
  flagP99Ms: 2,
  intakeP50Ms: 1,
  backlog: 0,
  eventsPerSecond: 9,
  storedEvents: 9,
  refused: 0,
  unknown: 0,
};
const first: DeskFrame = {
  kind: 'snapshot',
  position: { epoch: 'a', offset: 5 },
  rooms: [],
  flags: [flagOf('f1', { version: 3 })],
  actions: [actionOf('a1')],
  tickets: [],
  escalations: [],
  gauges: GAUGES,
};
const batch = (offset: number, changes: readonly DeskChange[], epoch = 'a'): DeskFrame => ({
  kind: 'batch',
  position: { epoch, offset },
  changes,
});
const told = (...frames: readonly DeskFrame[]): DeskState | 'resync' =>
  frames.reduce<DeskState | 'resync'>(
    (state, frame) => (state === 'resync' ? state : applyDesk(state, frame)),
    EMPTY_DESK,
  );

describe('desk frames', () => {
  it.each<[string, readonly DeskFrame[], unknown]>([
    [
      'a newer version',
      [first, batch(6, [{ kind: 'flag', flag: flagOf('f1', { version: 4 }) }])],
      { at: 6, f1: 4 },
    ],
    [
      'an older version',
      [first, batch(6, [{ kind: 'flag', flag: flagOf('f1', { version: 2 }) }])],
      { at: 6, f1: 3 },
    ],
    [
      'a batch from before',
      [first, batch(4, [{ kind: 'flag', flag: flagOf('f1', { version: 9 }) }])],
      { at: 5, f1: 3 },
    ],
    [
      'more at the same position, while growth waits',
      [first, batch(5, [{ kind: 'flag', flag: flagOf('f1', { version: 9 }) }])],
      { at: 5, f1: 9 },
    ],
    [
      'a new snapshot',
      [first, { ...first, position: { epoch: 'b', offset: 0 }, flags: [] }],
      { at: 0, f1: undefined },
    ],
    ['another epoch', [first, batch(6, [], 'b')], 'resync'],
    ['no snapshot yet', [batch(1, [])], 'resync'],
  ])('%s', (_, frames, expected) => {
    const state = told(...frames);
    expect(
      state === 'resync' ? state : { at: state.position?.offset, f1: state.flags.get('f1')?.version },
    ).toEqual(expected);
  });

  it('never goes back in an action’s receipts', () => {
    const two = actionOf('a1', {
      receipts: [
        { state: 'requested', at: 1 },
        { state: 'confirmed', at: 2 },
      ],
    });
    const state = applyChanges(EMPTY_DESK, [
      { kind: 'action', action: two },
      { kind: 'action', action: actionOf('a1', { state: 'requested' }) },
    ]);
    expect(state.actions.get('a1')).toEqual(two);
  });

  it('leaves tables alone that no change is about', () => {
    const before = told(first);
    if (before === 'resync') throw new Error('resync');
    const next = applyChanges(before, [{ kind: 'gauges', gauges: { ...GAUGES, backlog: 7 } }]);
    expect([next.flags === before.flags, next.actions === before.actions, next.gauges?.backlog]).toEqual([
      true,
      true,
      7,
    ]);
  });
});
