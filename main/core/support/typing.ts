import type { Clock } from '../../../shared/domain/effects.ts';

/** Who is typing, in memory alone. */
export interface Typing {
  readonly set: (id: string, side: 'viewer' | 'staff') => void;
  readonly clear: (id: string, side: 'viewer' | 'staff') => void;
  /** Until when; undefined when nobody is. */
  readonly until: (id: string, side: 'viewer' | 'staff') => number | undefined;
  readonly forget: () => void;
}

const TYPING_MS = 5_000;

/** `onChange` is told of each conversation whose state changed. */
export function createTyping(clock: Clock, onChange: (id: string) => void): Typing {
  const until = new Map<string, number>();
  return {
    set(id, side) {
      until.set(`${side}:${id}`, clock.now() + TYPING_MS);
      onChange(id);
    },
    clear(id, side) {
      if (until.delete(`${side}:${id}`)) onChange(id);
    },
    until(id, side) {
      const at = until.get(`${side}:${id}`);
      return at !== undefined && at > clock.now() ? at : undefined;
    },
    forget() {
      for (const [key, at] of until) if (at <= clock.now()) until.delete(key);
    },
  };
}
