import type { Flag } from '../../../shared/domain/flag.ts';
import type { StoredEvent } from '../../store/store.ts';

/** What was looked at and goes to the store in one write. */
export interface Draft {
  readonly rows: StoredEvent[];
  readonly flags: Map<string, Flag>;
  readonly raised: Set<string>;
  readonly reverts: (() => void)[];
  /** It holds a flag that is new or stands differently; one that only grew may gather. */
  isPressing: boolean;
  /** Events that came for it, repeats too. */
  taken: number;
  /** It has gathered long enough. */
  isDue: boolean;
}

/** Nothing looked at yet. */
export function emptyDraft(): Draft {
  return {
    rows: [],
    flags: new Map(),
    raised: new Set(),
    reverts: [],
    isPressing: false,
    taken: 0,
    isDue: false,
  };
}
