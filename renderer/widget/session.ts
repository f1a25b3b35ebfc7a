import type { BlockedView } from '../../shared/support/block.ts';
import type { Viewer } from '../../shared/support/conversation.ts';

/** Who one is to the desk, and until when. */
export interface Session {
  readonly session: string;
  readonly expiresAt: number;
  readonly viewer: Viewer;
  readonly roomName: string;
  readonly conversationId?: string | undefined;
  readonly isOpenNow: boolean;
  /** She may not write now, and is told why. */
  readonly blocked?: BlockedView | undefined;
}

export type Opened =
  | { readonly kind: 'opened'; readonly session: Session }
  | { readonly kind: 'refused'; readonly code: string };

/** Asks the hub for a session. `unreachable` where it does not answer. */
export async function openSession(
  base: string,
  input: {
    readonly roomId: string;
    readonly token?: string | undefined;
    readonly session?: string | undefined;
    readonly language: 'zh' | 'en';
  },
): Promise<Opened> {
  const answer = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
    cache: 'no-store',
  }).catch(() => null);
  if (answer === null) return { kind: 'refused', code: 'unreachable' };
  const body: unknown = await answer.json().catch(() => null);
  return readOpened(answer.status, body);
}

/** Reads the hub's answer. */
export function readOpened(status: number, body: unknown): Opened {
  if (status >= 200 && status < 300 && isSession(body)) return { kind: 'opened', session: body };
  const code = get(get(body, 'data'), 'code') ?? get(body, 'code');
  return { kind: 'refused', code: typeof code === 'string' ? code : (BY_STATUS[status] ?? 'other') };
}

const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
  502: 'unreachable',
  504: 'unreachable',
};

function isSession(value: unknown): value is Session {
  return (
    typeof get(value, 'session') === 'string' &&
    typeof get(value, 'roomName') === 'string' &&
    typeof get(get(value, 'viewer'), 'name') === 'string'
  );
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
