import { createMemoryStore } from '../../main/store/memory-store.ts';
import { openWriter } from '../../main/store/sqlite/open-writer.ts';
import { toSteps } from '../../main/store/sqlite/steps.ts';
import type { Store } from '../../main/store/store.ts';
import { foldText } from '../../shared/detect/fold.ts';
import { must } from './bench-core.ts';

/** A control: the same files, written on the thread that detects. It reads nothing back. */
export function inlineStore(dir: string, now: number): Store {
  const empty = createMemoryStore();
  const writer = must(openWriter({ dir, now, fold: foldText }));
  return {
    ...empty,
    async write(ops) {
      const [outcome] = writer.commit([toSteps(ops)]);
      if (outcome === undefined || !outcome.ok) throw new Error('refused');
      return { duplicates: outcome.duplicates, audit: outcome.audit };
    },
    async close() {
      writer.close();
    },
  };
}
