import type { ActionRequest } from '../../../shared/api/inputs.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { PersonRef } from '../../../shared/domain/person.ts';
import type { Capability } from '../../../shared/plugin/plugin.ts';
import type { Step } from '../../../shared/rules/rule.ts';

/** What is needed to turn a step into requests. */
export interface StepContext {
  readonly event: LiveEvent;
  readonly person: PersonRef;
  readonly flagId: string | undefined;
  readonly capabilities: readonly Capability[];
  readonly reason: string;
  readonly newId: () => string;
  readonly isDeleted: (messageId: string) => boolean;
}

/** What a step asks the platform for: none for a step that only flags; null where the platform cannot do it. */
export function requestsOf(step: Step, context: StepContext): readonly ActionRequest[] | null {
  if (step.action === 'flag') return [];
  if (step.action === 'delete') {
    const request = deletion(context);
    return request === null ? null : [request].filter((each) => !context.isDeleted(each.messageId ?? ''));
  }
  const capability = offered(step.action, context);
  if (capability === undefined || !context.person.actionable) return null;
  const main: ActionRequest = {
    id: context.newId(),
    roomId: context.event.roomId,
    kind: step.action,
    target: context.person,
    reason: context.reason,
    ...(context.flagId === undefined ? {} : { flagId: context.flagId }),
    ...(step.action === 'warn' ? { text: step.text } : {}),
    ...(step.action === 'mute' ? { durationSec: within(step.durationSec, capability) } : {}),
  };
  const alsoDeletes = 'deletes' in step && step.deletes === true;
  const extra = alsoDeletes ? deletion(context) : null;
  const isNew = extra !== null && !context.isDeleted(extra.messageId ?? '');
  return isNew ? [extra, main] : [main];
}

function deletion(context: StepContext): ActionRequest | null {
  const { event } = context;
  if (event.kind !== 'chat' && event.kind !== 'held') return null;
  if (offered('delete', context) === undefined) return null;
  return {
    id: context.newId(),
    roomId: event.roomId,
    kind: 'delete',
    target: context.person,
    messageId: event.body.messageId,
    reason: context.reason,
    ...(context.flagId === undefined ? {} : { flagId: context.flagId }),
  };
}

function offered(kind: ActionRequest['kind'], { capabilities }: StepContext): Capability | undefined {
  return capabilities.find((each) => each.action === kind && each.mode === 'api');
}

/** As long as the platform can: its shortest for what is shorter, its longest for what is longer. */
function within(seconds: number, { minSec, maxSec }: Capability): number {
  return Math.max(minSec ?? 1, Math.min(maxSec ?? Number.MAX_SAFE_INTEGER, seconds));
}
