import { describe, expect, it } from 'vitest';
import { movedPanel, toggledPanel } from './panel-order.ts';

describe('the order of panels', () => {
  it.each([
    [toggledPanel(['room', 'gifts'], 'room'), ['gifts']],
    [toggledPanel(['room'], 'privacy'), ['room', 'privacy']],
    [movedPanel(['room', 'gifts', 'orders'], 'orders', -1), ['room', 'orders', 'gifts']],
    [movedPanel(['room', 'gifts'], 'room', 1), ['gifts', 'room']],
    [movedPanel(['room', 'gifts'], 'room', -1), ['room', 'gifts']],
    [movedPanel(['room', 'gifts'], 'gifts', 1), ['room', 'gifts']],
    [movedPanel(['room'], 'stock', -1), ['room']],
  ])('%#', (found, expected) => {
    expect(found).toEqual(expected);
  });
});
