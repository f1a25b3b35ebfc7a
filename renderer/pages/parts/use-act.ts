import { useCallback, useState } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { attempt } from '../../transport/attempt.ts';

/** One thing a person asks to be done: whether it is under way, and what went wrong. */
export interface Act {
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly run: <T>(call: () => Promise<T>) => Promise<Result<T>>;
  readonly clear: () => void;
}

/** Runs calls of the core one person asked for. */
export function useAct(): Act {
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault?: Fault }>({ busy: false });
  const run = useCallback(async <T>(call: () => Promise<T>) => {
    setState({ busy: true });
    const answer = await attempt(call());
    setState(answer.ok ? { busy: false } : { busy: false, fault: answer.fault });
    return answer;
  }, []);
  const clear = useCallback(() => setState({ busy: false }), []);
  return { busy: state.busy, fault: state.fault, run, clear };
}
