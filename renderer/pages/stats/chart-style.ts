/** Axes in the console's own type. */
export const AXIS = {
  tick: { fill: 'var(--faint)', fontSize: 11 },
  tickLine: false,
  axisLine: { stroke: 'var(--line)' },
  minTickGap: 18,
} as const;

/** What is shown under the pointer. */
export const TOOLTIP = {
  cursor: { fill: 'var(--raise)' },
  contentStyle: {
    background: 'var(--raise-2)',
    border: '1px solid var(--line-strong)',
    borderRadius: 6,
    fontSize: 12,
    color: 'var(--ink)',
  },
  itemStyle: { color: 'var(--ink)' },
  labelStyle: { color: 'var(--dim)' },
} as const;
