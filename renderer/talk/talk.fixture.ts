import type { MessageView } from '../../shared/support/views.ts';

/** A text message for tests. */
export function said(
  id: string,
  seq: number,
  rev: number,
  kind: 'viewer' | 'agent' = 'viewer',
  more: Partial<MessageView> = {},
): MessageView {
  return {
    id,
    conversationId: 'c',
    seq,
    rev,
    at: seq * 1_000,
    from: { kind, id: kind, name: kind },
    body: { kind: 'text', text: id },
    audience: 'all',
    ...more,
  };
}
