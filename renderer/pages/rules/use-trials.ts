import { useEffect, useState } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleTrial } from '../../../shared/rules/views.ts';
import { useClient } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';

/** Waits for typing to pause, ms. */
const PAUSE_MS = 250;
const MOST = 50;

/** Tries each line of what was typed on a definition, again when either changes. */
export function useTrials(
  definition: RuleDefinition,
  typed: string,
  isWhole: boolean,
): { readonly trials: readonly RuleTrial[]; readonly fault: Fault | undefined } {
  const client = useClient();
  const [state, setState] = useState<{ trials: readonly RuleTrial[]; fault?: Fault }>({ trials: [] });
  const texts = typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, 1_024))
    .slice(0, MOST);
  const key = JSON.stringify([texts, definition]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for texts and definition
  useEffect(() => {
    if (texts.length === 0) setState({ trials: [] });
    if (texts.length === 0 || !isWhole) return;
    const end = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await attempt(client.rules.try({ definition, texts }, { signal: end.signal }));
      if (end.signal.aborted) return;
      setState((before) => (answer.ok ? answer.value : { trials: before.trials, fault: answer.fault }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [client, key, isWhole]);
  return { trials: state.trials, fault: state.fault };
}
