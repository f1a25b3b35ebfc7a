import { useEffect, useRef, useState } from 'react';
import { collapsing } from '../../logic/live-window.ts';

/** Whether repeats fold now, judged once a second by how many rows came. */
export function useCollapse(received: number): boolean {
  const [collapse, setCollapse] = useState(false);
  const latest = useRef(received);
  latest.current = received;
  useEffect(() => {
    let before = latest.current;
    const timer = setInterval(() => {
      const rate = latest.current - before;
      before = latest.current;
      setCollapse((now) => collapsing(now, rate));
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return collapse;
}
