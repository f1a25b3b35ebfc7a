import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { DeskNotice } from '../../../shared/domain/notice.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';
import type { Desk } from '../desk.ts';
import type { TicketStep } from './step.ts';

/** Somebody with access, as far as notices go. */
export interface DeskMember {
  readonly id: string;
  readonly name: string;
  readonly roomIds?: readonly string[] | undefined;
  readonly revokedAt?: number | undefined;
}

/** What people of the desk are told: kept until read, pushed to them alone. */
export interface Notices {
  /** Notices that a change gives rise to; nobody is told of his own deeds, or of a room he may not see. */
  readonly about: (
    step: TicketStep,
    after: Ticket,
    missed: readonly ('warning' | 'breached')[],
    by: Actor,
  ) => readonly DeskNotice[];
  /** After the commit. */
  readonly tell: (notices: readonly DeskNotice[]) => void;
  readonly onNotice: (listener: (notices: readonly DeskNotice[]) => void) => void;
  /** Somebody's unread ones, newest first, at most 200. */
  readonly unreadOf: (memberId: string) => readonly DeskNotice[];
  /** Marks those of his that are unread; how many there were. */
  readonly read: (memberId: string, ids: readonly string[]) => Promise<Result<number>>;
  /** Deletes what was read a month ago. */
  readonly sweep: () => Promise<void>;
  readonly members: () => readonly DeskMember[];
}

/** People told of one change at most. */
const MOST_TOLD = 100;
const MOST_UNREAD = 200;
const KEEP_READ_MS = 30 * 86_400_000;

/** Loads what is unread. */
export async function createNotices(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: () => TicketDesk;
  readonly members: () => readonly DeskMember[];
}): Promise<Notices> {
  const { store, desk, clock, ids } = deps;
  const unread = new Map<string, DeskNotice[]>();
  const listeners = new Set<(notices: readonly DeskNotice[]) => void>();
  const keep = (notice: DeskNotice): void => {
    const own = [notice, ...(unread.get(notice.to) ?? [])].slice(0, MOST_UNREAD);
    unread.set(notice.to, own);
  };
  for (const notice of await allRows(store, {
    table: 'notices',
    where: { state: 'unread' },
    order: 'oldest',
  }))
    keep(notice);

  const crew = (ticket: Ticket): readonly string[] =>
    deps.config().departments.find((each) => each.name === ticket.department)?.members ?? [];

  return {
    members: deps.members,
    about({ before, detail, mentions = [] }, after, missed, by) {
      const told = new Map<string, DeskNotice['kind']>();
      const add = (kind: DeskNotice['kind'], people: readonly string[]): void => {
        for (const id of people) if (!told.has(id)) told.set(id, kind);
      };
      const assignee = after.assignee?.id;
      add('mention', mentions);
      if (assignee !== undefined && assignee !== before?.assignee?.id) add('assigned', [assignee]);
      if (before?.department !== after.department) add('handover', crew(after));
      const concerned = assignee === undefined ? crew(after) : [assignee];
      for (const kind of missed) add(kind, concerned);
      const members = new Map(deps.members().map((member) => [member.id, member]));
      return [...told]
        .filter(([id, kind]) => id !== by.id && (kind === 'assigned' || sees(members.get(id), after.roomId)))
        .slice(0, MOST_TOLD)
        .map(
          ([to, kind]): DeskNotice => ({
            id: ids.next(),
            to,
            at: clock.now(),
            kind,
            roomId: after.roomId,
            ticketId: after.id,
            number: after.number,
            title: after.title,
            text: detail.slice(0, 500),
            by,
          }),
        );
    },
    tell(notices) {
      if (notices.length === 0) return;
      for (const notice of notices) keep(notice);
      for (const listener of listeners) listener(notices);
    },
    onNotice: (listener) => void listeners.add(listener),
    unreadOf: (memberId) => unread.get(memberId) ?? [],
    async read(memberId, noticeIds) {
      const wanted = new Set(noticeIds);
      const rows: DeskNotice[] = [];
      for (const id of wanted) {
        const found = await store.get('notices', id);
        if (found?.to === memberId && found.readAt === undefined)
          rows.push({ ...found, readAt: clock.now() });
      }
      const saved = await desk.commit(
        [],
        [],
        rows.map((row): StoreOp => ({ op: 'put', table: 'notices', row })),
      );
      if (!saved.ok) return saved;
      const left = (unread.get(memberId) ?? []).filter((notice) => !wanted.has(notice.id));
      if (left.length === 0) unread.delete(memberId);
      else unread.set(memberId, left);
      // Other windows of the same person hear of it too.
      for (const listener of listeners) listener(rows);
      return ok(rows.length);
    },
    async sweep() {
      const old = await store.list({
        table: 'notices',
        where: { state: 'read' },
        to: clock.now() - KEEP_READ_MS,
        order: 'oldest',
        limit: 500,
      });
      if (old.rows.length > 0)
        await desk.commit(
          [],
          [],
          old.rows.map((row): StoreOp => ({ op: 'delete', table: 'notices', id: row.id })),
        );
    },
  };
}

/** Somebody with access who may see the room. */
export function sees(member: DeskMember | undefined, roomId: string): boolean {
  return (
    member !== undefined &&
    member.revokedAt === undefined &&
    (member.roomIds === undefined || member.roomIds.includes(roomId))
  );
}
