import { useEffect, useRef, useState } from 'react';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { attempt } from '../../transport/attempt.ts';
import { addPage, covers, needsMore, type Reel, startReel } from './reel.ts';

const PAGE_ROWS = 500;
/** Entries, likes and mode notices are left to the search: they would drown what people said. */
const KINDS: EventKind[] = [
  'chat',
  'gift',
  'superchat',
  'membership',
  'raid',
  'stream_state',
  'mod_action',
  'held',
  'unban_request',
  'gap',
];

/** The rows around the play position, read ahead as it moves. */
export interface ReelView {
  readonly reel: Reel;
  readonly fault: Fault | undefined;
  readonly retry: () => void;
}

/** Keeps enough rows read for the position and speed; a jump outside begins anew. */
export function useReel(
  client: ApiClient,
  range: { readonly roomId: string; readonly from: number; readonly to: number },
  at: number,
  speed: number,
): ReelView {
  const [reel, setReel] = useState<Reel>(() => startReel(null, at, range.from));
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  const asking = useRef<number | null>(null);
  const { roomId, from, to } = range;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a longer sitting reopens a reel that was at its end
  useEffect(() => setReel((before) => (before.done ? startReel(before, at, from) : before)), [to]);

  useEffect(() => {
    if (!covers(reel, at)) {
      setReel(startReel(reel, at, from));
      return;
    }
    if (fault !== undefined || asking.current === reel.generation || !needsMore(reel, at, speed)) return;
    const { generation, cursor } = reel;
    asking.current = generation;
    const input = { roomId, from: reel.from, to, order: 'oldest' as const, kinds: KINDS, limit: PAGE_ROWS };
    void attempt(client.review.events(cursor === undefined ? input : { ...input, cursor })).then((page) => {
      if (asking.current === generation) asking.current = null;
      if (page.ok) setReel((now) => addPage(now, generation, page.value));
      else setFault(page.fault);
    });
  }, [client, reel, at, speed, fault, roomId, from, to]);

  return { reel, fault, retry: () => setFault(undefined) };
}
