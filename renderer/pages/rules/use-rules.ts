import { useEffect } from 'react';
import type { RuleView, WordListView } from '../../../shared/rules/views.ts';
import { useClient } from '../../app/services.tsx';
import { type Loaded, useLoad } from '../parts/use-load.ts';

/** Counts move while one looks; asked again so often, ms. */
const EVERY_MS = 4_000;

/** All rules, archived ones too, asked again while the page is open. */
export function useRules(): Loaded<readonly RuleView[]> {
  const client = useClient();
  const loaded = useLoad('rules', async (signal) => {
    const [used, archived] = await Promise.all([
      client.rules.list({}, { signal }),
      client.rules.list({ archived: true }, { signal }),
    ]);
    return [...used.rules, ...archived.rules];
  });
  useRepeat(loaded.reload);
  return loaded;
}

/** All word lists. */
export function useWordLists(): Loaded<readonly WordListView[]> {
  const client = useClient();
  return useLoad(
    'word-lists',
    async (signal) => (await client.rules.lists.list(undefined, { signal })).lists,
  );
}

/** Runs a function again and again while the component is there and the page is looked at. */
export function useRepeat(run: () => void, everyMs = EVERY_MS): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') run();
    }, everyMs);
    return () => clearInterval(timer);
  }, [run, everyMs]);
}
