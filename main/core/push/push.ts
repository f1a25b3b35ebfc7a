import type {
  DeskChange,
  DeskFrame,
  DisputeCard,
  FeedPosition,
  Gauges,
  RoomView,
} from '../../../shared/api/views.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { toChatRow } from '../../../shared/view/chat-row.ts';
import {
  concernsStreamer,
  isQuestion,
  mayConcernStreamer,
  toDisputeCard,
  toQuestionCard,
} from '../../../shared/view/dispute-card.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { sleep } from '../effects.ts';
import type { ChatFeedSource } from './chat-feed.ts';
import { createChatRings } from './chat-rings.ts';
import { createRing, type Ring } from './ring.ts';
import type { StreamerFeedSource } from './streamer-feed.ts';

/** What was committed, on its way to pages. */
export interface Push {
  readonly deskEpoch: string;
  readonly deskRing: Ring<DeskChange>;
  readonly deskSnapshot: (position: FeedPosition) => Extract<DeskFrame, { kind: 'snapshot' }>;
  /** A room's rows for one feed, which calls `leave` at its end. */
  readonly chatSource: (roomId: string) => Omit<ChatFeedSource, 'room'> & { readonly leave: () => void };
  readonly streamerSource: (roomId: string) => Omit<StreamerFeedSource, 'room'>;
  /** Takes what was committed, in order. */
  readonly chat: (rows: readonly StoredEvent[]) => void;
  readonly change: (changes: readonly DeskChange[]) => void;
  readonly gauges: () => Gauges;
}

const DESK_RING = 5_000;
const STREAMER_RING = 1_000;

/** Rings per feed; everything in them is stored already. */
export function createPush(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  /** New each start: desk positions of before are of no use. */
  readonly deskEpoch: string;
  /** Kept with the data: chat offsets go on after a restart. */
  readonly chatEpoch: string;
  /** The newest stored offset of each room at start. */
  readonly storedOffsets: Readonly<Record<string, number>>;
  readonly rooms: () => readonly RoomView[];
  readonly roomName: (roomId: string) => string;
  readonly streamerDelayMs: () => number;
  readonly gauges: () => Gauges;
}): Push {
  const { store, desk, clock } = deps;
  const deskRing = createRing<DeskChange>(DESK_RING, 0);
  const chatRings = createChatRings(new Map(Object.entries(deps.storedOffsets)), clock.now);
  const streamerRings = new Map<string, Ring<{ readonly cardId: string; readonly at: number }>>();

  const streamerRing = (roomId: string): Ring<{ readonly cardId: string; readonly at: number }> => {
    const found =
      streamerRings.get(roomId) ??
      createRing<{ readonly cardId: string; readonly at: number }>(STREAMER_RING, 0);
    streamerRings.set(roomId, found);
    return found;
  };
  const doneAndUndone = (id: string): readonly Action[] => {
    const action = desk.actions.get(id);
    if (action === undefined) return [];
    const back = action.undoneBy === undefined ? undefined : desk.actions.get(action.undoneBy);
    return back === undefined ? [action] : [action, back];
  };
  /** A card by the id of its flag, or of the question the streamer asked. */
  const card = (id: string): (DisputeCard & { readonly concerns: boolean }) | null => {
    const flag = desk.flags.get(id);
    const asked = flag === undefined ? desk.escalations.get(id) : undefined;
    if (asked !== undefined && isQuestion(asked)) return { ...toQuestionCard(asked), concerns: true };
    if (flag === undefined || !mayConcernStreamer(flag)) return null;
    const made = toDisputeCard(flag, {
      escalation: flag.escalationId === undefined ? undefined : desk.escalations.get(flag.escalationId),
      tickets: flag.ticketIds.flatMap((id) => desk.tickets.get(id) ?? []),
      actions: flag.actionIds.flatMap(doneAndUndone),
    });
    return { ...made, concerns: concernsStreamer(flag) };
  };
  const cardsOf = (roomId: string): readonly DisputeCard[] =>
    [...desk.flags.values(), ...desk.escalations.values()]
      .filter((item) => item.roomId === roomId)
      .flatMap((item) => card(item.id) ?? [])
      .filter((made) => made.concerns)
      .map(({ concerns: _, ...made }) => made)
      .toSorted((a, b) => b.at - a.at)
      .slice(0, 100);
  const touched = (change: DeskChange): { readonly roomId: string; readonly cardId: string } | null => {
    if (change.kind === 'flag') return { roomId: change.flag.roomId, cardId: change.flag.id };
    if (change.kind === 'escalation')
      return { roomId: change.escalation.roomId, cardId: change.escalation.flagId ?? change.escalation.id };
    if (change.kind === 'action') {
      const { roomId, undoOf } = change.action;
      const flagId =
        change.action.flagId ?? (undoOf === undefined ? undefined : desk.actions.get(undoOf)?.flagId);
      return flagId === undefined ? null : { roomId, cardId: flagId };
    }
    if (change.kind !== 'ticket') return null;
    const flag = [...desk.flags.values()].find((each) => each.ticketIds.includes(change.ticket.id));
    return flag === undefined ? null : { roomId: flag.roomId, cardId: flag.id };
  };

  const change = (changes: readonly DeskChange[]): void => {
    deskRing.push(changes);
    for (const each of changes) {
      const found = touched(each);
      if (found !== null && card(found.cardId) !== null)
        streamerRing(found.roomId).push([{ cardId: found.cardId, at: clock.now() }]);
    }
  };
  desk.onChange(change);

  return {
    deskEpoch: deps.deskEpoch,
    deskRing,
    change,
    gauges: deps.gauges,
    chat: chatRings.push,
    deskSnapshot: (position) => ({
      kind: 'snapshot',
      position,
      rooms: deps.rooms(),
      flags: [...desk.flags.values()],
      actions: [...desk.actions.values()].slice(-200),
      tickets: [...desk.tickets.values()],
      escalations: [...desk.escalations.values()],
      gauges: deps.gauges(),
    }),
    chatSource: (roomId) => ({
      epoch: deps.chatEpoch,
      ...chatRings.enter(roomId),
      async stored(afterOffset, limit) {
        const page = await store.events({
          roomId,
          afterOffset,
          order: 'oldest',
          limit: Math.min(limit, 1_000),
        });
        return page.rows.map((row) => toChatRow(row.offset, row.event, row.verdicts));
      },
      async tail(limit) {
        const page = await store.events({ roomId, order: 'newest', limit });
        return page.rows
          .map((row) => toChatRow(row.offset, row.event, row.verdicts))
          .toSorted((a, b) => a.offset - b.offset);
      },
      sleep,
      now: () => performance.now(),
    }),
    streamerSource: (roomId) => ({
      epoch: deps.deskEpoch,
      ring: streamerRing(roomId),
      roomName: deps.roomName(roomId),
      cards: () => cardsOf(roomId),
      card,
      delayMs: deps.streamerDelayMs,
      sleep,
      now: clock.now,
    }),
  };
}
