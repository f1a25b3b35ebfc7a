import type { ChatRow, PersonCard } from '../../../shared/api/views.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { type PersonRef, personRef } from '../../../shared/domain/person.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { toChatRow } from '../../../shared/view/chat-row.ts';
import type { PersonNote } from '../../store/records.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import { auditOf, type Desk } from '../desk.ts';

/** What is known of a viewer. */
export interface People {
  readonly card: (
    roomId: string,
    personId: string,
    streamStart: number | undefined,
    /** Rooms whose flags, actions, tickets and notes may be seen; absent means all. */
    roomIds?: readonly string[] | undefined,
  ) => Promise<Result<PersonCard>>;
  readonly note: (
    roomId: string,
    personId: string,
    text: string,
    by: Actor,
  ) => Promise<Result<{ readonly id: string }>>;
}

/** Gathers the card from the store and the desk's working state. */
export function createPeople(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
}): People {
  const { store, desk, clock, ids } = deps;
  return {
    async card(roomId, personId, streamStart, roomIds) {
      const [recent, gifts, total, stream, ...lists] = await Promise.all([
        store.events({ roomId, personId, order: 'newest', limit: 40 }),
        store.events({
          roomId,
          personId,
          kinds: ['gift', 'superchat', 'membership'],
          order: 'newest',
          limit: 50,
        }),
        store.person(personId, roomId),
        streamStart === undefined ? null : store.person(personId, roomId, streamStart),
        store.list({ table: 'flags', where: { personId }, order: 'newest', limit: 50 }),
        store.list({ table: 'actions', where: { personId }, order: 'newest', limit: 50 }),
        store.list({ table: 'tickets', where: { personId }, order: 'newest', limit: 50 }),
        store.list({ table: 'notes', where: { personId }, order: 'newest', limit: 100 }),
      ]);
      const own = <T extends { readonly roomId: string }>(list: { readonly rows: readonly T[] }) => ({
        rows: roomIds === undefined ? list.rows : list.rows.filter((row) => roomIds.includes(row.roomId)),
      });
      const [flags, actions, tickets, notes] = [own(lists[0]), own(lists[1]), own(lists[2]), own(lists[3])];
      const person =
        refOf(recent.rows, personId) ??
        flags.rows[0]?.person ??
        (total === null ? undefined : nameOnly(personId, total.name));
      if (person === undefined) return fail(fault('not_found', personId));
      const open = flags.rows.find((flag) => flag.state !== 'resolved');
      const raid = [...desk.flags.values()].filter(
        (flag) => flag.roomId === roomId && flag.members.some((member) => member.id === personId),
      );
      return ok({
        person,
        roomId,
        ...(total?.firstSeenAt === undefined ? {} : { firstSeenAt: total.firstSeenAt }),
        ...(total?.lastSeenAt === undefined ? {} : { lastSeenAt: total.lastSeenAt }),
        messages: total?.messages ?? 0,
        streamTotals: stream?.totals ?? [],
        totals: total?.totals ?? [],
        disputes: flags.rows.filter((flag) => flag.category === 'dispute').length,
        sanctions: actions.rows.filter(
          (action) => (action.kind === 'mute' || action.kind === 'ban') && action.state !== 'failed',
        ).length,
        flags: [...flags.rows, ...raid],
        actions: actions.rows,
        tickets: tickets.rows,
        recent: recent.rows.map(rowOf),
        gifts: gifts.rows.map(rowOf),
        notes: notes.rows.map((note) => ({ id: note.id, at: note.at, by: note.by.name, text: note.text })),
        reasons: open?.reasons ?? [],
      });
    },
    async note(roomId, personId, text, by) {
      const note: PersonNote = { id: ids.next(), personId, roomId, at: clock.now(), by, text };
      const saved = await desk.commit(
        [],
        [auditOf(clock.now(), by, 'person.note', { roomId, subject: personId, detail: text.slice(0, 200) })],
        [{ op: 'put', table: 'notes', row: note }],
      );
      return saved.ok ? ok({ id: note.id }) : saved;
    },
  };
}

function rowOf(stored: StoredEvent): ChatRow {
  return toChatRow(stored.offset, stored.event, stored.verdicts);
}

function refOf(rows: readonly StoredEvent[], personId: string): PersonRef | undefined {
  for (const { event } of rows) {
    if (event.actor === undefined) continue;
    const ref = personRef(event.platform, event.actor);
    if (ref.id === personId) return ref;
  }
  return undefined;
}

function nameOnly(personId: string, name: string): PersonRef {
  return { id: personId, nativeId: null, name, actionable: false };
}
