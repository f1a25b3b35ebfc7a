import { fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RuleHead } from './rule.ts';
import type { RuleState } from './views.ts';

/** How a version runs now. */
export function stateOf(head: RuleHead, version: number): RuleState {
  if (head.archivedAt !== undefined) return 'archived';
  if (head.live === version) return 'live';
  return head.shadow === version ? 'shadow' : 'draft';
}

/** The state of the rule as a whole. */
export function stateOfRule(head: RuleHead): RuleState {
  if (head.archivedAt !== undefined) return 'archived';
  if (head.live !== undefined) return 'live';
  return head.shadow === undefined ? 'draft' : 'shadow';
}

/**
 * The head after a version was staged. Live is reached from the shadow only, so that nothing acts that was
 * never seen to count; a version that was live before may go live again. One version is live and one in the
 * shadow at most; what is put in a place that is taken takes it.
 */
export function staged(
  head: RuleHead,
  version: number,
  to: 'draft' | 'shadow' | 'live',
  wasLive: boolean,
): Result<RuleHead> {
  if (version > head.newest) return fail(fault('not_found', `version ${version}`));
  if (head.archivedAt !== undefined) return fail(fault('conflict', 'archived'));
  const { live, shadow, halt: _halt, ...rest } = head;
  const others = {
    ...(live === undefined || live === version ? {} : { live }),
    ...(shadow === undefined || shadow === version ? {} : { shadow }),
  };
  const isSame = stateOf(head, version) === to;
  if (isSame) return ok(head);
  // A halt belongs to the version it befell.
  const halt = head.halt === undefined || head.halt.version === version ? {} : { halt: head.halt };
  switch (to) {
    case 'draft':
      return ok({ ...rest, ...others, ...halt });
    case 'shadow':
      return ok({ ...rest, ...others, ...halt, shadow: version });
    case 'live':
      return shadow === version || wasLive
        ? ok({ ...rest, ...others, ...halt, live: version })
        : fail(fault('invalid', 'not in the shadow yet'));
  }
}
