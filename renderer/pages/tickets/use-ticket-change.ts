import { useState } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { Ticket, TicketState } from '../../../shared/domain/ticket.ts';
import type { FieldPatch } from '../../../shared/domain/ticket-forms.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';
import { useAct } from '../parts/use-act.ts';

/** What may be changed at once; absent stays as it is. */
export interface Wanted {
  readonly state?: TicketState;
  readonly assignee?: string | null;
  readonly department?: string;
  readonly priority?: Ticket['priority'];
  readonly resolution?: string;
  readonly type?: string;
  readonly description?: string;
  readonly progress?: { readonly percent: number; readonly text: string };
  readonly fields?: FieldPatch;
}

/** Changing a ticket on the version one looks at. */
export interface TicketChanger {
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  /** Somebody else was faster: their version is shown now. */
  readonly conflict: boolean;
  readonly change: (wanted: Wanted) => Promise<boolean>;
  readonly clear: () => void;
}

/** Changes the ticket; on a conflict the latest is fetched and shown instead. */
export function useTicketChange(ticket: Ticket): TicketChanger {
  const client = useClient();
  const { desk } = useServices();
  const act = useAct();
  const [conflict, setConflict] = useState(false);
  const learn = (latest: Ticket) => desk.learn([{ kind: 'ticket', ticket: latest }]);
  return {
    busy: act.busy,
    fault: conflict ? undefined : act.fault,
    conflict,
    clear: act.clear,
    change: async (wanted) => {
      setConflict(false);
      const answer = await act.run(() =>
        client.tickets.change({
          ticketId: ticket.id,
          version: ticket.version,
          ...wanted,
          fields: wanted.fields === undefined ? undefined : { ...wanted.fields },
        }),
      );
      if (answer.ok) {
        learn(answer.value);
        return true;
      }
      if (answer.fault.code === 'conflict') {
        const latest = await attempt(client.tickets.get({ ticketId: ticket.id }));
        if (latest.ok) learn(latest.value);
        setConflict(true);
      }
      return false;
    },
  };
}
