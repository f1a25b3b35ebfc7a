import type { MessageView } from '../../shared/support/views.ts';
import { amend, interrupted, nextToSend, type Outbox, type Pending } from './outbox.ts';

/** What became of one attempt. */
export type Sent =
  | { readonly kind: 'stored'; readonly message: MessageView }
  /** The line is gone; it is tried again when it is back. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly code: string };

export interface SenderOptions {
  readonly read: () => Outbox;
  readonly write: (outbox: Outbox) => void;
  /** Whether the line is open; while it is not, nothing is tried. */
  readonly isOpen: () => boolean;
  readonly send: (pending: Pending) => Promise<Sent>;
  /** The hub has it. */
  readonly stored: (message: MessageView) => void;
  /** Runs once after so many ms. */
  readonly after: (ms: number, run: () => void) => void;
}

/** Empties an outbox one by one, in order. */
export interface Sender {
  /** Sends what waits; does nothing while one is under way. */
  readonly pump: () => void;
  /** The line is lost: what was under way waits again. */
  readonly lost: () => void;
}

const AGAIN_MS = 3_000;

/** Makes the sender. An answer to an attempt from before a lost line is still taken where it says stored. */
export function createSender(options: SenderOptions): Sender {
  const { read, write } = options;
  let line = 0;

  const settle = (pending: Pending, sent: Sent, mine: number): void => {
    const mark = (change: Partial<Pending>) =>
      write(amend(read(), pending.id, (one) => ({ ...one, ...change })));
    if (sent.kind === 'stored') {
      options.stored(sent.message);
      write(read().filter((one) => one.id !== pending.id));
    } else if (mine !== line) return;
    else if (sent.kind === 'refused') mark({ state: 'failed', fault: sent.code });
    else {
      mark({ state: 'waiting' });
      if (sent.kind === 'later') options.after(sent.afterMs, pump);
      // The line itself stands: an upload broke off, or it came back meanwhile.
      else if (options.isOpen()) options.after(AGAIN_MS, pump);
      return;
    }
    pump();
  };

  const pump = (): void => {
    if (!options.isOpen()) return;
    const pending = nextToSend(read());
    if (pending === undefined) return;
    const mine = line;
    write(amend(read(), pending.id, (one) => ({ ...one, state: 'sending', fault: undefined })));
    void options.send(pending).then((sent) => settle(pending, sent, mine));
  };

  return {
    pump,
    lost: () => {
      line += 1;
      write(interrupted(read()));
    },
  };
}
