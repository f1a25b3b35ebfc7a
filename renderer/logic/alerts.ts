import type { Flag } from '../../shared/domain/flag.ts';

/**
 * Severe flags that were not known before and wait for a person. `before` is null until the first
 * snapshot was shown: what was there when the page opened makes no noise.
 */
export function freshSevere(
  before: ReadonlyMap<string, Flag> | null,
  after: ReadonlyMap<string, Flag>,
): readonly Flag[] {
  if (before === null || before === after) return [];
  return [...after.values()].filter(
    (flag) => flag.severity === 'high' && flag.state === 'open' && before.get(flag.id)?.severity !== 'high',
  );
}
