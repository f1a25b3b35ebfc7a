import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../shared/api/contract.ts';
import type { EventKind } from '../../../shared/domain/event.ts';

type Client = ContractRouterClient<Contract>;
/** What the core is asked for. */
export type EventsQuery = Parameters<Client['review']['events']>[0];

/** Groups of kinds people think in. */
export const KIND_GROUPS = {
  all: undefined,
  chat: ['chat', 'superchat'],
  gifts: ['gift', 'superchat', 'membership'],
  actions: ['mod_action', 'held', 'unban_request'],
  people: ['enter', 'follow', 'like', 'share', 'raid'],
  gaps: ['gap', 'system', 'room_state', 'stream_state', 'unknown'],
} as const satisfies Readonly<Record<string, readonly EventKind[] | undefined>>;
export type KindGroup = keyof typeof KIND_GROUPS;
export const KIND_GROUP_NAMES = Object.keys(KIND_GROUPS) as readonly KindGroup[];

/** What is filled in on the page. Empty means everything. */
export interface ReviewFilter {
  readonly text: string;
  readonly group: KindGroup;
  readonly category: string;
  readonly personId: string;
  readonly personName: string;
  readonly flaggedOnly: boolean;
  /** Clock times of the sitting, `20:14` or `20:14:05`; empty for its ends. */
  readonly fromClock: string;
  readonly toClock: string;
}

export const NO_FILTER: ReviewFilter = {
  text: '',
  group: 'all',
  category: '',
  personId: '',
  personName: '',
  flaggedOnly: false,
  fromClock: '',
  toClock: '',
};

/** Whether anything is asked for at all. */
export function isEmptyFilter(filter: ReviewFilter): boolean {
  return (
    filter.text.trim() === '' &&
    filter.group === 'all' &&
    filter.category === '' &&
    filter.personId === '' &&
    !filter.flaggedOnly &&
    filter.fromClock === '' &&
    filter.toClock === ''
  );
}

/** The filter as the core's input for one sitting, without paging. */
export function queryOf(
  filter: ReviewFilter,
  stream: { readonly roomId?: string | undefined; readonly from: number; readonly to: number },
): EventsQuery {
  const kinds = KIND_GROUPS[filter.group];
  const text = filter.text.trim().slice(0, 200);
  return {
    ...(stream.roomId === undefined ? {} : { roomId: stream.roomId }),
    from: momentOf(filter.fromClock, stream.from, stream.to) ?? stream.from,
    to: (momentOf(filter.toClock, stream.from, stream.to) ?? stream.to) + untilEnd(filter.toClock),
    ...(kinds === undefined ? {} : { kinds: [...kinds] }),
    ...(filter.personId === '' ? {} : { personId: filter.personId }),
    ...(filter.category === '' ? {} : { category: filter.category }),
    ...(filter.flaggedOnly ? { flaggedOnly: true } : {}),
    ...(text === '' ? {} : { text }),
    order: 'newest',
  };
}

/** A clock time (local) as a moment of the sitting, which may go past midnight; null where it cannot be read. */
export function momentOf(clock: string, from: number, to: number): number | null {
  const parts = /^\s*(\d{1,2})[:：.](\d{2})(?:[:：.](\d{2}))?\s*$/.exec(clock);
  if (parts === null) return null;
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const day = new Date(from);
  const first = new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes, seconds).getTime();
  const next = new Date(
    day.getFullYear(),
    day.getMonth(),
    day.getDate() + 1,
    hours,
    minutes,
    seconds,
  ).getTime();
  return first < from - 60_000 && next <= to + 60_000 ? next : first;
}

/** `20:14` as an end means the whole minute. */
function untilEnd(clock: string): number {
  const colons = clock.match(/[:：.]/g)?.length ?? 0;
  return colons === 1 ? 59_999 : colons === 2 ? 999 : 0;
}
