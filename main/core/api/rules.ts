import { fault } from '../../../shared/domain/fault.ts';
import type { Services } from '../services.ts';
import { api, errorOf } from './context.ts';

/** Rules, back-tests and word lists. */
export function rulesRouter(_services: Services) {
  const none = (): never => {
    throw errorOf(fault('unsupported', 'rules'));
  };
  const { rules } = api;
  return {
    list: rules.list.handler(none),
    get: rules.get.handler(none),
    check: rules.check.handler(none),
    try: rules.try.handler(none),
    save: rules.save.handler(none),
    stage: rules.stage.handler(none),
    rollBack: rules.rollBack.handler(none),
    archive: rules.archive.handler(none),
    resume: rules.resume.handler(none),
    hits: rules.hits.handler(none),
    schema: rules.schema.handler(none),
    exportAll: rules.exportAll.handler(none),
    importAll: rules.importAll.handler(none),
    backtest: {
      start: rules.backtest.start.handler(none),
      get: rules.backtest.get.handler(none),
      cancel: rules.backtest.cancel.handler(none),
    },
    lists: {
      list: rules.lists.list.handler(none),
      get: rules.lists.get.handler(none),
      save: rules.lists.save.handler(none),
      rollBack: rules.lists.rollBack.handler(none),
      remove: rules.lists.remove.handler(none),
      read: rules.lists.read.handler(none),
      import: rules.lists.import.handler(none),
      export: rules.lists.export.handler(none),
    },
  };
}
