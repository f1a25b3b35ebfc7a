import enCommon from './en/common.json' with { type: 'json' };
import enLearning from './en/learning.json' with { type: 'json' };
import enPairing from './en/pairing.json' with { type: 'json' };
import enReview from './en/review.json' with { type: 'json' };
import enRules from './en/rules.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enStats from './en/stats.json' with { type: 'json' };
import enStreamer from './en/streamer.json' with { type: 'json' };
import enSupervisor from './en/supervisor.json' with { type: 'json' };
import enSupport from './en/support.json' with { type: 'json' };
import enTickets from './en/tickets.json' with { type: 'json' };
import enWorkbench from './en/workbench.json' with { type: 'json' };
import zhCommon from './zh/common.json' with { type: 'json' };
import zhLearning from './zh/learning.json' with { type: 'json' };
import zhPairing from './zh/pairing.json' with { type: 'json' };
import zhReview from './zh/review.json' with { type: 'json' };
import zhRules from './zh/rules.json' with { type: 'json' };
import zhSettings from './zh/settings.json' with { type: 'json' };
import zhStats from './zh/stats.json' with { type: 'json' };
import zhStreamer from './zh/streamer.json' with { type: 'json' };
import zhSupervisor from './zh/supervisor.json' with { type: 'json' };
import zhSupport from './zh/support.json' with { type: 'json' };
import zhTickets from './zh/tickets.json' with { type: 'json' };
import zhWorkbench from './zh/workbench.json' with { type: 'json' };

/** Every word on the screen, by language, page and key. */
export const CATALOG = {
  zh: {
    common: zhCommon,
    learning: zhLearning,
    pairing: zhPairing,
    review: zhReview,
    rules: zhRules,
    settings: zhSettings,
    stats: zhStats,
    streamer: zhStreamer,
    supervisor: zhSupervisor,
    support: zhSupport,
    tickets: zhTickets,
    workbench: zhWorkbench,
  },
  en: {
    common: enCommon,
    learning: enLearning,
    pairing: enPairing,
    review: enReview,
    rules: enRules,
    settings: enSettings,
    stats: enStats,
    streamer: enStreamer,
    supervisor: enSupervisor,
    support: enSupport,
    tickets: enTickets,
    workbench: enWorkbench,
  },
} as const;

/** A page's part of the catalog. */
export type Namespace = keyof (typeof CATALOG)['zh'];
