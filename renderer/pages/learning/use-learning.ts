import { useEffect, useMemo, useState } from 'react';
import type { LearningFrame, LearningView } from '../../../shared/learning/views.ts';
import { useServices } from '../../app/services.tsx';
import { feedLine } from '../../state/feed-line.ts';
import { applyLearning, type LearningRooms } from './rooms.ts';

/** What rooms have learnt, followed live; absent until the first word. */
export function useLearning(): {
  readonly rooms: LearningRooms | undefined;
  /** Takes in what a call answered, ahead of the feed. */
  readonly learn: (room: LearningView) => void;
} {
  const { connection } = useServices();
  const line = useMemo(() => feedLine(connection), [connection]);
  const [rooms, setRooms] = useState<LearningRooms | undefined>(undefined);
  useEffect(() => {
    const end = new AbortController();
    void line.follow<LearningFrame>({
      signal: end.signal,
      open: (client, _resume, signal) => client.learning.feed(undefined, { signal }),
      position: () => undefined,
      take: (frame) => {
        setRooms((before) => applyLearning(before, frame));
        return 'taken';
      },
    });
    return () => end.abort();
  }, [line]);
  const learn = useMemo(
    () => (room: LearningView) => setRooms((before) => applyLearning(before, { kind: 'room', room })),
    [],
  );
  return { rooms, learn };
}
