import { Gauge, type Registry } from 'prom-client';
import type { Services } from '../services.ts';
import { departmentViews } from '../tickets/listing.ts';

/** What Prometheus may read of tickets and of shops. */
export function addTicketMetrics(registry: Registry, { tickets, ticketTalks, shop }: Services): void {
  const views = () => departmentViews(tickets.work, () => true);
  const byDepartment = (
    name: string,
    help: string,
    read: (view: ReturnType<typeof views>[number]) => number,
  ): void => {
    new Gauge({
      name: `changkong_tickets_${name}`,
      help,
      labelNames: ['department'],
      registers: [registry],
      collect() {
        for (const view of views()) this.set({ department: view.name }, read(view));
      },
    });
  };
  byDepartment('unfinished', 'Tickets that somebody still has to work on', (view) => view.unfinished);
  byDepartment('overdue', 'Unfinished tickets with a missed target', (view) => view.breached);
  byDepartment('targets_missed_total', 'Targets missed since start', (view) => view.breaches);
  byDepartment('targets_warned_total', 'Targets warned of since start', (view) => view.warnings);
  new Gauge({
    name: 'changkong_tickets_by_rule_total',
    help: 'Tickets opened by rules, and rules that could not, since start',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      for (const [what, count] of Object.entries(ticketTalks.counts())) this.set({ what }, count);
    },
  });
  new Gauge({
    name: 'changkong_shop_total',
    help: 'What became of questions to shops since start',
    labelNames: ['connector', 'what'],
    registers: [registry],
    async collect() {
      for (const { connector, counts } of await shop.views())
        for (const [what, count] of Object.entries(counts))
          this.set({ connector: connector.id, what }, count);
    },
  });
}
