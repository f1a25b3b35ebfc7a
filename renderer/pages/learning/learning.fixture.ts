import type { LearningView } from '../../../shared/learning/views.ts';

/** A room that knows nothing yet, as far as it is not said otherwise. */
export function learningView(given: Partial<LearningView> = {}): LearningView {
  return {
    roomId: 'demo',
    roomName: '小满的歌房',
    state: 'prior',
    knowledge: 0,
    samples: 0,
    samplesLimit: 20_000,
    offered: 0,
    newSamples: 0,
    dismissals: 0,
    confirmations: 0,
    allowedPersons: 0,
    allowedTexts: 0,
    canRollBack: false,
    budget: { categories: {} },
    defaultPerThousand: 3,
    perThousand: 3,
    categories: [],
    recent: { messages: 0, alerts: 0 },
    series: [],
    ...given,
  };
}
