import type { RowMark } from '../../shared/api/views.ts';
import type { Flag } from '../../shared/domain/flag.ts';

/** What a row of the list is evidence of. */
export interface EvidenceMark extends RowMark {
  readonly flagId: string;
  /** Its place among the flag's events, and how many there are: `冲房 12/31`. */
  readonly place: number;
  readonly of: number;
}

/** Every flagged event of a room by event id; a row may have become evidence after it was shown. */
export function evidenceIndex(flags: Iterable<Flag>, roomId: string): ReadonlyMap<string, EvidenceMark> {
  const index = new Map<string, EvidenceMark>();
  for (const flag of flags) {
    if (flag.roomId !== roomId || flag.outcome === 'dismissed') continue;
    const bystanders = new Set(flag.bystanders.map((person) => person.id));
    // `evidence` holds the first and the newest; places count from both ends.
    const hidden = Math.max(0, flag.count - flag.evidence.length);
    flag.evidence.forEach((item, at) => {
      index.set(item.eventId, {
        flagId: flag.id,
        category: flag.category,
        severity: flag.severity,
        score: item.score,
        spans: item.spans,
        bystander: item.person !== undefined && bystanders.has(item.person.id),
        place: at === 0 ? 1 : at + 1 + hidden,
        of: Math.max(flag.count, flag.evidence.length),
      });
    });
  }
  return index;
}
