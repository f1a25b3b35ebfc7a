import { useEffect, useState } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleCheck, RuleProblem } from '../../../shared/rules/views.ts';
import { useClient } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';
import { formProblems } from './logic/problems.ts';

/** Waits for typing to pause, ms. */
const PAUSE_MS = 220;

/** What is said of the rule as it stands in the form. */
export interface CheckState {
  readonly problems: readonly RuleProblem[];
  /** The newest answer; while something is missing in the form it is of an earlier state (`stale`). */
  readonly check: RuleCheck | undefined;
  readonly stale: boolean;
  readonly fault: Fault | undefined;
}

/** Checks a definition while it is written: what the form can tell at once, the rest from the core. */
export function useCheck(definition: RuleDefinition | undefined): CheckState {
  const client = useClient();
  const key = definition === undefined ? '' : JSON.stringify(definition);
  const [answer, setAnswer] = useState<{ key: string; check?: RuleCheck; fault?: Fault }>({ key: '' });
  const missing = definition === undefined ? [] : formProblems(definition);
  const isWhole = definition !== undefined && missing.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the definition
  useEffect(() => {
    if (!isWhole) return;
    const end = new AbortController();
    const timer = setTimeout(async () => {
      const checked = await attempt(client.rules.check({ definition }, { signal: end.signal }));
      if (end.signal.aborted) return;
      setAnswer((before) =>
        checked.ok
          ? { key, check: checked.value }
          : { key, fault: checked.fault, ...(before.check === undefined ? {} : { check: before.check }) },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [client, key, isWhole]);
  const isCurrent = answer.key === key && answer.fault === undefined;
  return {
    problems: isWhole && answer.key === key ? (answer.check?.problems ?? []) : missing,
    check: answer.check,
    stale: !isCurrent,
    fault: answer.key === key ? answer.fault : undefined,
  };
}
