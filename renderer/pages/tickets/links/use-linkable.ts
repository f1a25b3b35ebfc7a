import { useEffect, useState } from 'react';
import type { LinkableRow } from '../../../../shared/api/ticket-views.ts';
import type { LinkableKind } from '../../../../shared/api/tickets-inputs.ts';
import { useClient } from '../../../app/services.tsx';
import { type Loaded, useLoad } from '../../parts/use-load.ts';

/** How far back, ms; 0 is everything. */
export const SPANS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, all: 0 } as const;
export type Span = keyof typeof SPANS;

/** What is looked for. */
export interface LinkableQuery {
  readonly ticketId: string;
  readonly kind: LinkableKind | null;
  readonly whose: 'viewer' | 'room';
  readonly span: Span;
  readonly text: string;
}

const TYPING_MS = 250;

/** What may be linked, asked for once typing pauses; a null kind asks nothing. */
export function useLinkable(
  query: LinkableQuery,
  now: number,
): Loaded<{ readonly rows: readonly LinkableRow[] }> {
  const client = useClient();
  const { ticketId, kind, whose, span } = query;
  const text = useSettled(query.text.trim());
  const key = kind === null ? null : ['linkable', ticketId, kind, whose, span, text].join('\n');
  return useLoad(key, (signal) =>
    client.tickets.linkable(
      {
        ticketId,
        kind: kind ?? 'conversation',
        whose,
        ...(text === '' ? {} : { text }),
        ...(SPANS[span] === 0 ? {} : { from: now - SPANS[span] }),
      },
      { signal },
    ),
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
