import type { Action } from '../../../shared/domain/action.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { AuditDraft } from '../../../shared/domain/audit.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { nextFlag } from '../../../shared/domain/flag-transitions.ts';
import { auditOf, type DeskRecord } from '../desk.ts';

/** What actions did to the flags they were asked from: each is resolved by them, and that is on record. */
export function flagsTouched(
  flags: ReadonlyMap<string, Flag>,
  actions: readonly Action[],
  actor: Actor,
  now: number,
): { readonly records: readonly DeskRecord[]; readonly audit: readonly AuditDraft[] } {
  const records: DeskRecord[] = [];
  const audit: AuditDraft[] = [];
  const sent = actions.filter((action) => action.flagId !== undefined && action.state === 'requested');
  for (const [flagId, acted] of Map.groupBy(sent, (action) => action.flagId ?? '')) {
    const flag = flags.get(flagId);
    if (flag === undefined) continue;
    const next = nextFlag(flag, { kind: 'act', by: actor, actionIds: acted.map((action) => action.id) }, now);
    if (!next.ok) continue;
    records.push({ kind: 'flag', flag: next.value });
    audit.push(
      auditOf(now, actor, 'flag.act', { roomId: flag.roomId, subject: flagId, detail: flag.category }),
    );
  }
  return { records, audit };
}
