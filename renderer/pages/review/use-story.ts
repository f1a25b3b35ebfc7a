import { useMemo } from 'react';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { TimelineView } from '../../../shared/api/views.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { useLoad } from '../parts/use-load.ts';
import { type Band, bucketFor, gapBands } from './timeline.ts';

/** What happened in the whole sitting: rates, flags, actions and gaps. */
export interface Story {
  readonly whole: TimelineView | undefined;
  readonly gaps: readonly Band[];
  readonly fault: Fault | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Reads the sitting's timeline and its declared gaps. */
export function useStory(
  client: ApiClient,
  range: { readonly roomId: string; readonly from: number; readonly to: number },
): Story {
  const { roomId, from, to } = range;
  const timeline = useLoad(`timeline ${roomId} ${from} ${to}`, (signal) =>
    client.review.timeline({ roomId, from, to, bucketMs: bucketFor(to - from) }, { signal }),
  );
  const gaps = useLoad(`gaps ${roomId} ${from} ${to}`, (signal) =>
    client.review.events({ roomId, from, to, kinds: ['gap'], limit: 500 }, { signal }),
  );
  const bands = useMemo(() => gapBands(gaps.value?.rows ?? []), [gaps.value]);
  return {
    whole: timeline.value,
    gaps: bands,
    fault: timeline.fault ?? gaps.fault,
    loading: timeline.loading,
    reload: () => {
      timeline.reload();
      gaps.reload();
    },
  };
}
