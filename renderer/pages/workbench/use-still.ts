import { useRef, useState } from 'react';

/** Says whether the pointer is over a list, so that it can hold still. Put `handlers` on the list. */
export function useHover() {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onPointerEnter: (event: { readonly pointerType: string }) => setOver(event.pointerType === 'mouse'),
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
