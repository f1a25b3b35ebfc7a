import type { DeskChange, DeskFrame, FeedPosition } from '../../../shared/api/views.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { Caller } from '../access/members.ts';
import { sleep } from '../effects.ts';
import { chatFeed } from '../push/chat-feed.ts';
import { deskFeed } from '../push/desk-feed.ts';
import { streamerFeed } from '../push/streamer-feed.ts';
import type { Services } from '../services.ts';
import { api, type CheckedContext, errorOf } from './context.ts';
import { mayName, redact } from './rooms.ts';

const OPEN_END = new AbortController().signal;

/** What pages watch. */
export function feedsRouter(services: Services) {
  const { push, tickets } = services;
  return {
    desk: api.feeds.desk.handler(async function* ({ input, context, signal }) {
      const source = {
        epoch: push.deskEpoch,
        ring: push.deskRing,
        room: waitFor(context),
        visible: (change: DeskChange) => maySee(context.caller, change),
        snapshot: (position: FeedPosition): DeskFrame => ({
          ...limit(context.caller, push.deskSnapshot(position)),
          notices: tickets.notices.unreadOf(context.caller.id),
        }),
        sleep,
        now: () => performance.now(),
      };
      for await (const frame of standing(context, deskFeed(source, input.resume, signal ?? OPEN_END))) {
        yield frame.kind === 'batch'
          ? {
              ...frame,
              changes: frame.changes.map((change) =>
                change.kind === 'room' ? { ...change, room: redact(context.caller, change.room) } : change,
              ),
            }
          : frame;
      }
    }),
    chat: api.feeds.chat.handler(async function* ({ input, context, signal }) {
      checkKnown(services, input.roomId);
      const { leave, ...rows } = push.chatSource(input.roomId);
      try {
        const source = { ...rows, room: waitFor(context) };
        yield* standing(context, chatFeed(source, input.resume, signal ?? OPEN_END));
      } finally {
        leave();
      }
    }),
    streamer: api.feeds.streamer.handler(async function* ({ input, context, signal }) {
      checkKnown(services, input.roomId);
      const source = { ...push.streamerSource(input.roomId), room: waitFor(context) };
      yield* standing(context, streamerFeed(source, input.resume, signal ?? OPEN_END));
    }),
  };
}

/** A feed ends when the session's access ends, before another frame goes out. */
export async function* standing<T>(
  context: CheckedContext,
  feed: AsyncGenerator<T, void>,
): AsyncGenerator<T, void> {
  for await (const frame of feed) {
    if (!context.stands()) throw errorOf(fault('unauthenticated'));
    yield frame;
  }
}

/** Waits until the line has room; ends with the session's access. */
export function waitFor(context: CheckedContext): () => Promise<void> {
  return async () => {
    await context.room();
    if (!context.stands()) throw errorOf(fault('unauthenticated'));
  };
}

/** A room that nobody knows has no feed; making up names may not cost memory. */
function checkKnown({ rooms }: Services, roomId: string): void {
  if (rooms.get(roomId) === undefined) throw errorOf(fault('not_found', `room ${roomId}`));
}

function maySee(caller: Caller, change: DeskChange): boolean {
  if (change.kind === 'notice') return change.notice.to === caller.id;
  if (caller.roomIds === undefined) return true;
  switch (change.kind) {
    case 'flag':
      return caller.roomIds.includes(change.flag.roomId);
    case 'action':
      return caller.roomIds.includes(change.action.roomId);
    case 'ticket':
      return caller.roomIds.includes(change.ticket.roomId);
    case 'escalation':
      return caller.roomIds.includes(change.escalation.roomId);
    case 'room':
      return caller.roomIds.includes(change.room.room.id);
    case 'room_removed':
    case 'gauges':
      return true;
  }
}

type Snapshot = Extract<DeskFrame, { kind: 'snapshot' }>;

function limit(caller: Caller, frame: Snapshot): Snapshot {
  const own = <T extends { readonly roomId: string }>(rows: readonly T[]): readonly T[] =>
    caller.roomIds === undefined ? rows : rows.filter((row) => caller.roomIds?.includes(row.roomId));
  return {
    ...frame,
    rooms: mayName(caller, frame.rooms),
    flags: own(frame.flags),
    actions: own(frame.actions),
    tickets: own(frame.tickets),
    escalations: own(frame.escalations),
  };
}
