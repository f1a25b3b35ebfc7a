import { useEffect } from 'react';
import { useStore } from 'zustand';
import { learnNames, unknownRules } from '../state/rule-names.ts';
import { attempt } from '../transport/attempt.ts';
import { useConnection, useDesk, useServices } from './services.tsx';

/** Asks what rules are called: at first, and when a flag comes of a rule nobody told of. */
export function useRuleNames(wanted: boolean): void {
  const { connection, ruleNames } = useServices();
  const isOpen = useConnection().kind === 'open';
  const names = useStore(ruleNames);
  const unknown = useDesk((desk) => unknownRules(desk.flags.values(), names).join());
  // biome-ignore lint/correctness/useExhaustiveDependencies: `unknown` asks again on purpose
  useEffect(() => {
    if (!wanted || !isOpen) return;
    const end = new AbortController();
    const { rules } = connection.client;
    const { signal } = end;
    void attempt(Promise.all([rules.list({}, { signal }), rules.list({ archived: true }, { signal })])).then(
      (answer) => {
        if (answer.ok && !signal.aborted)
          learnNames(
            ruleNames,
            answer.value.flatMap((one) => one.rules),
          );
      },
    );
    return () => end.abort();
  }, [connection, ruleNames, wanted, isOpen, unknown]);
}
