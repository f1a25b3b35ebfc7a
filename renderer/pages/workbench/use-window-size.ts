import { type RefObject, useEffect, useRef, useState } from 'react';
import { WINDOW_ROWS } from '../../logic/live-window.ts';

const LEAST_ROW_PX = 24;
const SPARE_ROWS = 3;

/** How many rows the list holds: those that fit, and a few more; never over the window. */
export function useWindowSize(): readonly [RefObject<HTMLDivElement | null>, number] {
  const list = useRef<HTMLDivElement | null>(null);
  const [size, setSize] = useState(WINDOW_ROWS);
  useEffect(() => {
    const { current } = list;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      setSize(Math.min(WINDOW_ROWS, Math.ceil(current.clientHeight / LEAST_ROW_PX) + SPARE_ROWS));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [list, size];
}
