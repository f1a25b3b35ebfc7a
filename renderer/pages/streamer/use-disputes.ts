import { useEffect, useMemo, useState } from 'react';
import type { DisputeCard, StreamerFrame } from '../../../shared/api/views.ts';
import { useServices } from '../../app/services.tsx';
import { feedLine } from '../../state/feed-line.ts';
import { followFrames } from '../../state/follow-frames.ts';
import { mergeCards } from './cards.ts';

interface Disputes {
  readonly cards: readonly DisputeCard[];
  readonly roomName: string;
  /** False until the first snapshot. */
  readonly known: boolean;
}

const NOTHING: Disputes = { cards: [], roomName: '', known: false };

/** A room's dispute cards, followed live. */
export function useDisputes(roomId: string): Disputes {
  const { connection } = useServices();
  const line = useMemo(() => feedLine(connection), [connection]);
  const [state, setState] = useState(NOTHING);
  useEffect(
    () =>
      followFrames<StreamerFrame>(line, {
        open: (client, resume, signal) => client.feeds.streamer({ roomId, resume }, { signal }),
        take: (frame) => setState((before) => takeIn(before, frame)),
      }),
    [line, roomId],
  );
  return state;
}

function takeIn(before: Disputes, frame: StreamerFrame): Disputes {
  if (frame.kind === 'snapshot') {
    return { cards: mergeCards([], frame.cards), roomName: frame.roomName, known: true };
  }
  return { ...before, cards: mergeCards(before.cards, frame.cards) };
}
