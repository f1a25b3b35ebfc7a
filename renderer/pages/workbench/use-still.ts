import { useRef, useState } from 'react';

/** A move of a mouse; browsers also send moves by nothing when the page changes under a mouse at rest. */
export function isMouseMoved(event: {
  readonly pointerType: string;
  readonly movementX: number;
  readonly movementY: number;
}): boolean {
  return event.pointerType === 'mouse' && (event.movementX !== 0 || event.movementY !== 0);
}

/**
 * Says whether somebody has the mouse over a list, so that it can hold still; a list that comes up under a mouse at
 * rest runs on. Put `handlers` on the list.
 */
export function useHover() {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onPointerMove: (event: Parameters<typeof isMouseMoved>[0]) => {
        if (isMouseMoved(event)) setOver(true);
      },
      onPointerLeave: () => setOver(false),
    },
  };
}

/**
 * The newest value, or the one there was when `still` began, for as long as it lasts. Nothing (`isNothing`) is not
 * held: an empty list must not go on saying that nothing waits.
 */
export function useStill<T>(value: T, still: boolean, isNothing: (kept: T) => boolean = () => false): T {
  const kept = useRef(value);
  if (!still || isNothing(kept.current)) kept.current = value;
  return kept.current;
}
