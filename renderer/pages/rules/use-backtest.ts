import { useEffect, useMemo, useState } from 'react';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { BacktestView } from '../../../shared/rules/views.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { feedLine } from '../../state/feed-line.ts';
import { type Act, useAct } from '../parts/use-act.ts';

/** A back-test asked for here: begun, watched until it ends, called off. */
export interface BacktestAccess {
  readonly view: BacktestView | undefined;
  readonly act: Act;
  readonly start: (input: Parameters<ApiClient['rules']['backtest']['start']>[0]) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

/** Whether it will still change. */
export function isRunning(view: BacktestView | undefined): boolean {
  return view?.state === 'waiting' || view?.state === 'running';
}

/** Runs one back-test at a time. */
export function useBacktest(): BacktestAccess {
  const client = useClient();
  const { connection } = useServices();
  const line = useMemo(() => feedLine(connection), [connection]);
  const act = useAct();
  const [view, setView] = useState<BacktestView | undefined>(undefined);
  const id = isRunning(view) ? view?.id : undefined;
  useEffect(() => {
    if (id === undefined) return;
    const end = new AbortController();
    void line.follow<BacktestView>({
      signal: end.signal,
      open: (client, _resume, signal) => client.rules.backtest.feed({ backtestId: id }, { signal }),
      position: () => undefined,
      take: (next) => {
        setView(next);
        if (!isRunning(next)) end.abort();
        return 'taken';
      },
    });
    return () => end.abort();
  }, [line, id]);
  return {
    view,
    act,
    start: async (input) => {
      const answer = await act.run(() => client.rules.backtest.start(input));
      if (answer.ok) setView(answer.value);
    },
    cancel: async () => {
      if (id === undefined) return;
      const answer = await act.run(() => client.rules.backtest.cancel({ backtestId: id }));
      if (answer.ok) setView(answer.value);
    },
  };
}
