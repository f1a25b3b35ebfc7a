import { useEffect, useRef, useState } from 'react';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { ChatRow } from '../../../shared/api/views.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { attempt } from '../../transport/attempt.ts';
import type { EventsQuery } from './query.ts';

/** Waits for typing to pause, ms. */
const PAUSE_MS = 220;
const PAGE_ROWS = 200;

/** What was found so far. */
export interface Search {
  readonly rows: readonly ChatRow[];
  readonly cursor: string | undefined;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly more: () => void;
  readonly retry: () => void;
}

interface State {
  readonly key: string | null;
  readonly rows: readonly ChatRow[];
  readonly cursor?: string | undefined;
  readonly busy: boolean;
  readonly fault?: Fault | undefined;
}

/** Asks the local record; null asks nothing. Only the newest question's answers count. */
export function useSearch(client: ApiClient, query: EventsQuery | null): Search {
  const key = query === null ? null : JSON.stringify(query);
  const [state, setState] = useState<State>({ key: null, rows: [], busy: false });
  const [round, setRound] = useState(0);
  const asked = useRef(query);
  asked.current = query;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again on purpose
  useEffect(() => {
    if (key === null) {
      setState({ key, rows: [], busy: false });
      return;
    }
    setState((before) => ({ ...before, key, busy: true, fault: undefined }));
    const end = new AbortController();
    const timer = setTimeout(async () => {
      const page = await attempt(
        client.review.events({ ...asked.current, limit: PAGE_ROWS }, { signal: end.signal }),
      );
      if (end.signal.aborted) return;
      setState(
        page.ok
          ? { key, rows: page.value.rows, cursor: page.value.cursor, busy: false }
          : { key, rows: [], busy: false, fault: page.fault },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [client, key, round]);

  const more = async () => {
    const { cursor } = state;
    if (cursor === undefined || state.busy) return;
    setState({ ...state, busy: true });
    const page = await attempt(client.review.events({ ...asked.current, limit: PAGE_ROWS, cursor }));
    setState((now) => {
      if (now.key !== key) return now;
      if (!page.ok) return { ...now, busy: false, fault: page.fault };
      return { ...now, rows: [...now.rows, ...page.value.rows], cursor: page.value.cursor, busy: false };
    });
  };

  return {
    rows: state.rows,
    cursor: state.cursor,
    busy: state.busy,
    fault: state.fault,
    more: () => void more(),
    retry: () => setRound((n) => n + 1),
  };
}
