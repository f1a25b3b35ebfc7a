import type { TicketDesk } from '../../../../shared/domain/ticket-desk.ts';
import { useClient } from '../../../app/services.tsx';
import { useLoad } from '../use-load.ts';

/** Types, forms, templates and departments with their queues in numbers. */
export function useTicketDesk() {
  const client = useClient();
  const desk = useLoad<TicketDesk>('ticket-desk', (signal) => client.tickets.desk(undefined, { signal }));
  const departments = useLoad('ticket-departments', (signal) =>
    client.tickets.departments(undefined, { signal }),
  );
  return { desk: desk.value, departments: departments.value ?? [], reload: departments.reload };
}
