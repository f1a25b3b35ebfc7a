import { useEffect, useMemo, useRef, useState } from 'react';
import type { RulesFrame } from '../../../shared/rules/views.ts';
import { useServices } from '../../app/services.tsx';
import { feedLine } from '../../state/feed-line.ts';
import { type StudioLibrary, takeRules } from './logic/library.ts';

/** All rules and word lists with what they count, followed live; absent until the first word. */
export function useLibrary(): StudioLibrary | undefined {
  const { connection } = useServices();
  const line = useMemo(() => feedLine(connection), [connection]);
  const [library, setLibrary] = useState<StudioLibrary | undefined>(undefined);
  useEffect(() => {
    const end = new AbortController();
    void line.follow<RulesFrame>({
      signal: end.signal,
      open: (client, _resume, signal) => client.rules.feed(undefined, { signal }),
      position: () => undefined,
      take: (frame) => {
        setLibrary((before) => takeRules(before, frame));
        return 'taken';
      },
    });
    return () => end.abort();
  }, [line]);
  return library;
}

/** Runs a function when a stamp changes, not at first. */
export function useWhenChanged(stamp: string, run: () => void): void {
  const seen = useRef(stamp);
  useEffect(() => {
    if (seen.current === stamp) return;
    seen.current = stamp;
    run();
  }, [stamp, run]);
}
