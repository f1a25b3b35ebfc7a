import type { ActionKind } from '../../../shared/domain/action.ts';
import type { Plan } from '../../logic/plan.ts';
import type { Target } from '../../logic/subject.ts';

/** What doing this to the target would be; undefined where there is nobody or nothing it could be done to. */
export function planFor(
  target: Target | undefined,
  kind: ActionKind,
  more: Pick<Partial<Plan>, 'durationSec' | 'text'> = {},
): Plan | undefined {
  if (target === undefined) return undefined;
  const empty = kind === 'delete' ? target.messageIds.length === 0 : target.people.length === 0;
  if (empty) return undefined;
  return {
    roomId: target.roomId,
    kind,
    people: target.people,
    messageIds: target.messageIds,
    bystanders: target.bystanders,
    flagId: target.flagId,
    ...more,
  };
}
