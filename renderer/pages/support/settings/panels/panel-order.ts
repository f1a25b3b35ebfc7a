import type { Panel } from '../../../../../shared/support/config.ts';

/** The panels with one taken out, or put at the end; each stands once. */
export function toggledPanel(panels: readonly Panel[], panel: Panel): Panel[] {
  return panels.includes(panel) ? panels.filter((one) => one !== panel) : [...panels, panel];
}

/** The panels with one a place up (−1) or down (+1); as they are where it is at the end. */
export function movedPanel(panels: readonly Panel[], panel: Panel, by: -1 | 1): Panel[] {
  const from = panels.indexOf(panel);
  const other = panels[from + by];
  return from < 0 || other === undefined ? [...panels] : panels.with(from, other).with(from + by, panel);
}
