import { describe, expect, it } from 'vitest';
import { PANELS, type Panel } from '../../../../shared/support/config.ts';
import { PRESETS } from '../../../../shared/support/presets.ts';
import { sectionsOf } from './order.ts';

const said = (panels: readonly Panel[]): string =>
  sectionsOf(panels)
    .map((section) => (section.kind === 'shop' ? `shop(${section.tabs.join()})` : section.kind))
    .join(' ');

describe('the sections beside a conversation', () => {
  it.each<[readonly Panel[], string]>([
    [[], ''],
    [['gifts', 'room'], 'gifts room'],
    [['gifts', 'gifts'], 'gifts'],
    [['room', 'stock', 'gifts', 'orders'], 'room shop(goods,orders,refunds) gifts'],
    [PRESETS.show.panels ?? [], 'room gifts sanctions'],
    [PRESETS.commerce.panels ?? [], 'shop(orders,refunds,parcels,goods) room'],
    [PRESETS.one_to_one.panels ?? [], 'privacy sanctions'],
    [PANELS, 'room gifts sanctions shop(orders,refunds,parcels,goods) privacy'],
  ])('%j', (panels, expected) => {
    expect(said(panels)).toBe(expected);
  });
});
