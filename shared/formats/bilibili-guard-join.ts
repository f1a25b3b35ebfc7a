/**
 * Joins GUARD_BUY (list price) with USER_TOAST_MSG (paid price) of the same purchase, in either
 * order, so that a guard counts once and with what was paid (PROTOCOLS §2.2).
 */
export interface GuardJoin {
  /** A GUARD_BUY of this person and tier came. */
  readonly bought: (buyer: string) => GuardTicket;
  /** A toast came; false where the same purchase had one already (`_V2` beside the old form). */
  readonly toasted: (buyer: string, key: string, cmd: string) => boolean;
  /** One more packet was read. */
  readonly advance: () => void;
  /** Nothing more comes: whatever waits stands alone. */
  readonly settle: () => void;
}

/** What a GUARD_BUY waits for. */
export interface GuardTicket {
  /** Still waiting. */
  readonly open: () => boolean;
  /** The toast's key, or null where none came. */
  readonly toast: () => string | null;
}

interface Ticket {
  readonly buyer: string;
  readonly until: number;
  toast: string | null;
  open: boolean;
}

interface Toast {
  readonly buyer: string;
  readonly key: string;
  readonly cmd: string;
  readonly until: number;
  bought: boolean;
}

/** Waits and remembers for `lookahead` packets. */
export function createGuardJoin(lookahead: number): GuardJoin {
  let at = 0;
  let tickets: Ticket[] = [];
  let toasts: Toast[] = [];

  return {
    bought: (buyer) => {
      const earlier = toasts.find((toast) => toast.buyer === buyer && !toast.bought);
      if (earlier !== undefined) earlier.bought = true;
      const ticket: Ticket = {
        buyer,
        until: at + lookahead,
        toast: earlier?.key ?? null,
        open: earlier === undefined && lookahead > 0,
      };
      if (ticket.open) tickets.push(ticket);
      return { open: () => ticket.open, toast: () => ticket.toast };
    },
    toasted: (buyer, key, cmd) => {
      if (toasts.some((toast) => toast.key === key && toast.cmd !== cmd)) return false;
      const ticket = tickets.find((one) => one.buyer === buyer && one.open);
      if (ticket !== undefined) {
        ticket.toast = key;
        ticket.open = false;
      }
      toasts.push({ buyer, key, cmd, until: at + Math.max(lookahead, 200), bought: ticket !== undefined });
      return true;
    },
    advance: () => {
      at++;
      for (const ticket of tickets) if (ticket.until <= at) ticket.open = false;
      if (tickets.length > 0) tickets = tickets.filter((ticket) => ticket.open);
      if (toasts.length > 0) toasts = toasts.filter((toast) => toast.until > at);
    },
    settle: () => {
      for (const ticket of tickets) ticket.open = false;
      tickets = [];
    },
  };
}
