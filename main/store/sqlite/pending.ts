import type { Fault } from '../../../shared/domain/fault.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { StoreError } from '../store-error.ts';

interface Waiting {
  readonly operation: string;
  readonly resolve: (value: never) => void;
  readonly reject: (error: StoreError) => void;
}

/** Calls that wait for an answer from another thread, by number. */
export interface Pending {
  /** Asks with a new number and waits for its answer. */
  readonly ask: <T>(operation: string, send: (id: number) => void) => Promise<T>;
  readonly answer: (id: number, value: unknown) => void;
  readonly refuse: (id: number, value: Fault) => void;
  /** Refuses all that wait and all that come. */
  readonly end: (why: string) => void;
  /** Resolves when nothing waits. */
  readonly idle: () => Promise<void>;
}

/** Makes an empty list. */
export function createPending(): Pending {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: string | undefined;
  let onIdle: (() => void)[] = [];

  const take = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) {
      for (const resolve of onIdle) resolve();
      onIdle = [];
    }
    return found;
  };
  const refuse = (id: number, value: Fault): void => {
    const found = take(id);
    found?.reject(new StoreError(found.operation, value));
  };

  return {
    ask: (operation, send) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(new StoreError(operation, fault('store_failed', ended)));
          return;
        }
        last += 1;
        waiting.set(last, { operation, resolve, reject });
        send(last);
      }),
    answer: (id, value) => take(id)?.resolve(value as never),
    refuse,
    end: (why) => {
      ended ??= why;
      for (const id of [...waiting.keys()]) refuse(id, fault('store_failed', ended));
    },
    idle: () =>
      waiting.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            onIdle.push(resolve);
          }),
  };
}
