import type { ClientContext, ClientLink } from '@orpc/client';
import type { Dispose } from '../../shared/domain/effects.ts';

/** What carries calls to the core, whatever lies below. */
export type Link = ClientLink<ClientContext>;

export interface TransportListener {
  readonly opened: (link: Link) => void;
  /** The line went down; `retryAt` is when it is tried again, epoch ms. */
  readonly closed: (retryAt: number | undefined) => void;
  /** The core is there, but does not know who is at this page. */
  readonly refused: () => void;
}

/** One way to reach the core. It opens again by itself for as long as it is not disposed. */
export interface Transport {
  readonly start: (listener: TransportListener) => Dispose;
  /** Gives up the present line, if any, and opens another now. */
  readonly retryNow: () => void;
}
