import type { Panel } from '../../../../shared/support/config.ts';
import type { ShopTab } from '../../parts/shop/ShopPanel.tsx';

/** One section beside a conversation. */
export type PaneSection =
  | { readonly kind: Exclude<Panel, keyof typeof SHOP_TABS> }
  /** What shops know is one section, however much of it is wanted. */
  | { readonly kind: 'shop'; readonly tabs: readonly ShopTab[] };

const SHOP_TABS = {
  orders: ['orders', 'refunds'],
  logistics: ['parcels'],
  stock: ['goods'],
} as const satisfies Partial<Record<Panel, readonly ShopTab[]>>;

/** The sections that panels make, in their order; shops stand where the first of theirs does. Each panel counts once. */
export function sectionsOf(panels: readonly Panel[]): readonly PaneSection[] {
  const wanted = [...new Set(panels)];
  const tabs = wanted.flatMap((panel) => (isShops(panel) ? SHOP_TABS[panel] : []));
  const first = wanted.find(isShops);
  return wanted.flatMap((panel): readonly PaneSection[] => {
    if (!isShops(panel)) return [{ kind: panel }];
    return panel === first ? [{ kind: 'shop', tabs }] : [];
  });
}

/** Whether money that the viewer gave is wanted at all. */
export function showsMoney(panels: readonly Panel[]): boolean {
  return panels.includes('room') || panels.includes('gifts');
}

function isShops(panel: Panel): panel is keyof typeof SHOP_TABS {
  return Object.hasOwn(SHOP_TABS, panel);
}
