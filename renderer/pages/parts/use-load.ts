import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import { useConnection } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';

/** Something asked of the core. While it is asked again the old value stays. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly fault: Fault | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Asks the core, and again when `key` changes or the line comes back after a failure. A null key
 * asks nothing. Answers to an older key are left out.
 */
export function useLoad<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string | null; value?: T; fault?: Fault }>({ key: null });
  const [round, setRound] = useState(0);
  const open = useConnection().kind === 'open';
  const asked = useRef(load);
  asked.current = load;
  const failed = state.key === key && state.fault !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again on purpose
  useEffect(() => {
    if (key === null || !open) return;
    const end = new AbortController();
    void attempt(asked.current(end.signal)).then((answer) => {
      if (end.signal.aborted) return;
      setState(answer.ok ? { key, value: answer.value } : { key, fault: answer.fault });
    });
    return () => end.abort();
  }, [key, open, round]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  return {
    value: state.key === key ? state.value : undefined,
    fault: failed ? state.fault : undefined,
    loading: key !== null && state.key !== key,
    reload,
  };
}
