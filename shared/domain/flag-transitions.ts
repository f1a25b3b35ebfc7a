import type { Actor } from './actor.ts';
import { fault } from './fault.ts';
import type { DismissReason, Flag } from './flag.ts';
import { fail, ok, type Result } from './result.ts';

/** What can be done to a flag: `open → claimed → resolved`. */
export type FlagCommand =
  | { readonly kind: 'claim'; readonly by: Actor }
  | { readonly kind: 'release'; readonly by: Actor }
  | {
      readonly kind: 'dismiss';
      readonly by: Actor;
      readonly reason: DismissReason;
      readonly note?: string | undefined;
    }
  | { readonly kind: 'resolve'; readonly by: Actor; readonly note?: string | undefined }
  | { readonly kind: 'escalate'; readonly by: Actor; readonly escalationId: string }
  | { readonly kind: 'expire' }
  | { readonly kind: 'act'; readonly by: Actor; readonly actionIds: readonly string[] }
  | { readonly kind: 'ticket'; readonly by: Actor; readonly ticketId: string }
  /** Who was sanctioned asks the support desk why. */
  | {
      readonly kind: 'appeal';
      readonly by: Actor;
      readonly conversationId: string;
      readonly number: number;
    };

/**
 * The next state of a flag. Faults: `conflict` when it is resolved already, or claimed by somebody
 * else who is not a supervisor's to override (`force`).
 */
export function nextFlag(flag: Flag, command: FlagCommand, now: number, force = false): Result<Flag> {
  if (flag.state === 'resolved' && !AFTERWARDS.includes(command.kind)) {
    return fail(fault('conflict', `resolved: ${flag.outcome ?? ''} ${flag.resolvedBy?.name ?? ''}`.trim()));
  }
  const changed = { ...flag, updatedAt: now, version: flag.version + 1 };
  const mine = 'by' in command && flag.claimedBy !== undefined && flag.claimedBy.id === command.by.id;
  switch (command.kind) {
    case 'claim':
      if (flag.claimedBy !== undefined && !mine && !force)
        return fail(fault('conflict', flag.claimedBy.name));
      return ok({ ...changed, state: 'claimed', claimedBy: command.by });
    case 'release': {
      if (!mine && !force) return fail(fault('forbidden', flag.claimedBy?.name));
      const { claimedBy: _, ...rest } = changed;
      return ok({ ...rest, state: 'open' });
    }
    case 'dismiss':
      return ok({
        ...resolved(changed, 'dismissed', command.by, now),
        dismissReason: command.reason,
        ...(command.note === undefined ? {} : { note: command.note }),
      });
    case 'resolve':
      return ok({
        ...resolved(changed, 'actioned', command.by, now),
        ...(command.note === undefined ? {} : { note: command.note }),
      });
    case 'escalate':
      return ok({ ...resolved(changed, 'escalated', command.by, now), escalationId: command.escalationId });
    case 'expire':
      return ok({ ...changed, state: 'resolved', outcome: 'expired', resolvedAt: now });
    case 'act': {
      const actionIds = [...flag.actionIds, ...command.actionIds];
      if (flag.state === 'resolved') return ok({ ...changed, actionIds });
      return ok({ ...resolved(changed, 'actioned', command.by, now), actionIds });
    }
    case 'ticket': {
      const ticketIds = [...flag.ticketIds, command.ticketId];
      return ok({ ...changed, ticketIds });
    }
    case 'appeal': {
      const { conversationId, number } = command;
      return ok({ ...changed, appeal: { conversationId, number, at: now } });
    }
  }
}

/** What still happens to a flag that is resolved. */
const AFTERWARDS: readonly FlagCommand['kind'][] = ['act', 'ticket', 'appeal'];

function resolved(flag: Flag, outcome: 'actioned' | 'dismissed' | 'escalated', by: Actor, now: number): Flag {
  return { ...flag, state: 'resolved', outcome, resolvedBy: by, resolvedAt: now };
}
