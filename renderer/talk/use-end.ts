import { type RefObject, type UIEvent, useEffect, useRef, useState } from 'react';

const NEAR_END_PX = 80;

/** A list that stays at its end while one is there, and says when something new came below. */
export interface End {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Around everything in the list: a picture that grows when it comes moves the end too. */
  readonly content: RefObject<HTMLDivElement | null>;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  readonly news: boolean;
  readonly toEnd: () => void;
}

/** `tail` changes with whatever is added below; `mine` grows with what one sends, which is always shown. */
export function useEnd(tail: string, mine: number): End {
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const sent = useRef(mine);
  const [news, setNews] = useState(false);
  const toEnd = () => {
    const place = list.current;
    if (place === null) return;
    atEnd.current = true;
    place.scrollTop = place.scrollHeight;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added below moves the end
  useEffect(() => {
    if (mine > sent.current) atEnd.current = true;
    sent.current = mine;
    if (atEnd.current) toEnd();
    else setNews(true);
  }, [tail, mine]);
  useEffect(() => {
    const [place, inside] = [list.current, content.current];
    if (place === null || inside === null) return;
    const watch = new ResizeObserver(() => {
      if (atEnd.current) place.scrollTop = place.scrollHeight;
    });
    watch.observe(place);
    watch.observe(inside);
    return () => watch.disconnect();
  }, []);
  return {
    list,
    content,
    news,
    toEnd,
    onScroll: (event) => {
      const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
      atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      if (atEnd.current) setNews(false);
    },
  };
}
