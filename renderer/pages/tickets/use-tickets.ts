import { useEffect, useMemo, useState } from 'react';
import type { TicketFrame } from '../../../shared/api/ticket-views.ts';
import type { FeedPosition } from '../../../shared/api/views.ts';
import type { DeskNotice } from '../../../shared/domain/notice.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useServices } from '../../app/services.tsx';
import { feedLine } from '../../state/feed-line.ts';
import { mergeTickets } from './ticket-list.ts';

export interface LiveTickets {
  readonly tickets: readonly Ticket[];
  /** What I was told and have not read, newest first. */
  readonly notices: readonly DeskNotice[];
}

const NOTHING: LiveTickets = { tickets: [], notices: [] };

/** All tickets that are worked on, and what I was told, followed live. */
export function useTickets(): LiveTickets & { readonly read: (ids: readonly string[]) => void } {
  const { connection } = useServices();
  const line = useMemo(() => feedLine(connection), [connection]);
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    const end = new AbortController();
    let position: FeedPosition | undefined;
    void line.follow<TicketFrame>({
      signal: end.signal,
      open: (client, resume, signal) => client.tickets.feed({ resume }, { signal }),
      position: () => position,
      take: (frame) => {
        if (frame.kind === 'batch' && frame.position.epoch !== position?.epoch) return 'resync';
        position = frame.position;
        setState((before) => takeTickets(before, frame));
        return 'taken';
      },
    });
    return () => end.abort();
  }, [line]);
  return {
    ...state,
    read: (ids) =>
      setState((before) => ({
        ...before,
        notices: before.notices.filter((notice) => !ids.includes(notice.id)),
      })),
  };
}

/** Takes in a frame: a snapshot begins anew; a notice that was read leaves. */
export function takeTickets(before: LiveTickets, frame: TicketFrame): LiveTickets {
  const base = frame.kind === 'snapshot' ? NOTHING : before;
  const news = new Map(base.notices.map((notice) => [notice.id, notice]));
  for (const notice of frame.notices) news.set(notice.id, notice);
  return {
    tickets: mergeTickets(base.tickets, frame.tickets),
    notices: [...news.values()]
      .filter((notice) => notice.readAt === undefined)
      .toSorted((left, right) => right.at - left.at),
  };
}
