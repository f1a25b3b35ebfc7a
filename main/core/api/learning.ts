import { fault } from '../../../shared/domain/fault.ts';
import { api, errorOf } from './context.ts';

/** What rooms have learnt. */
export function learningRouter() {
  const later = (): never => {
    throw errorOf(fault('unsupported', 'learning'));
  };
  return {
    feed: api.learning.feed.handler(later),
    list: api.learning.list.handler(later),
    room: api.learning.room.handler(later),
    models: api.learning.models.handler(later),
    examples: api.learning.examples.handler(later),
    retrain: api.learning.retrain.handler(later),
    setBudget: api.learning.setBudget.handler(later),
    forgetExample: api.learning.forgetExample.handler(later),
    rollback: api.learning.rollback.handler(later),
    resetPreview: api.learning.resetPreview.handler(later),
    reset: api.learning.reset.handler(later),
  };
}
