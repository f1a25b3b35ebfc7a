import { useCallback, useEffect, useState } from 'react';
import type { PersonCard } from '../../../shared/api/views.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { useDesk } from '../../app/services.tsx';
import { useModel, useWorkbench } from './context.tsx';
import { cardKey } from './model.ts';

const SETTLE_MS = 250;

/** A viewer's card, fetched again when something on the desk concerns them; the old one stays until then. */
export function useCard(
  roomId: string,
  personId: string,
): { readonly card: PersonCard | undefined; readonly fault: Fault | undefined; readonly again: () => void } {
  const { commands } = useWorkbench();
  const card = useModel((state) => state.cards.get(cardKey(roomId, personId)));
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  const [asked, setAsked] = useState(0);
  const concern = useDesk((desk) => concernOf(desk, personId));
  useEffect(() => {
    const end = new AbortController();
    const fetch = async () => {
      const answer = await commands.fetchCard(roomId, personId, end.signal);
      if (!end.signal.aborted) setFault(answer.ok ? undefined : answer.fault);
    };
    const timer = setTimeout(() => void fetch(), asked === 0 && concern === '' ? 0 : SETTLE_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [commands, roomId, personId, asked, concern]);
  const again = useCallback(() => setAsked((n) => n + 1), []);
  return { card, fault, again };
}

/** Changes whenever a flag, action or ticket about the person does. */
function concernOf(
  desk: {
    readonly flags: ReadonlyMap<
      string,
      { readonly person?: { readonly id: string } | undefined; readonly version: number }
    >;
    readonly actions: ReadonlyMap<
      string,
      { readonly target?: { readonly id: string } | undefined; readonly state: string }
    >;
    readonly tickets: ReadonlyMap<
      string,
      { readonly person?: { readonly id: string } | undefined; readonly version: number }
    >;
  },
  personId: string,
): string {
  const parts: string[] = [];
  for (const [id, flag] of desk.flags) if (flag.person?.id === personId) parts.push(`${id}${flag.version}`);
  for (const [id, action] of desk.actions)
    if (action.target?.id === personId) parts.push(`${id}${action.state}`);
  for (const [id, ticket] of desk.tickets)
    if (ticket.person?.id === personId) parts.push(`${id}${ticket.version}`);
  return parts.join();
}
