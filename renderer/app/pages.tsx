import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Route } from './routes.ts';

type Page = LazyExoticComponent<ComponentType>;

const page = (load: () => Promise<ComponentType>): Page =>
  lazy(() => load().then((component) => ({ default: component })));

/** The page of each place, loaded when it is first opened. Pages read the rest from `useRoute`. */
export const PAGES: Readonly<Record<Route['kind'], Page>> = {
  workbench: page(() => import('../pages/workbench/index.tsx').then((m) => m.WorkbenchPage)),
  supervisor: page(() => import('../pages/supervisor/index.tsx').then((m) => m.SupervisorPage)),
  streamer: page(() => import('../pages/streamer/index.tsx').then((m) => m.StreamerPage)),
  review: page(() => import('../pages/review/index.tsx').then((m) => m.ReviewPage)),
  tickets: page(() => import('../pages/tickets/index.tsx').then((m) => m.TicketsPage)),
  settings: page(() => import('../pages/settings/index.tsx').then((m) => m.SettingsPage)),
  support: page(() => import('../pages/support/index.tsx').then((m) => m.SupportPage)),
  stats: page(() => import('../pages/stats/index.tsx').then((m) => m.StatsPage)),
  rules: page(() => import('../pages/rules/index.tsx').then((m) => m.RulesPage)),
  learning: page(() => import('../pages/learning/index.tsx').then((m) => m.LearningPage)),
  pair: page(() => import('../pages/pairing/index.tsx').then((m) => m.PairingPage)),
};
