import { Gauge, Registry } from 'prom-client';
import type { Services } from '../services.ts';
import { addTicketMetrics } from './ticket-metrics.ts';

/** What Prometheus may read of the core. */
export function createMetrics(services: Services): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `changkong_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  };
  const { push, store, desk, rooms, support } = services;
  gauge('events_stored_total', 'Events stored since start', () => push.gauges().storedEvents);
  gauge(
    'events_per_second',
    'Events stored per second over ten seconds',
    () => push.gauges().eventsPerSecond,
  );
  gauge('events_refused_total', 'Events refused since start', () => push.gauges().refused);
  gauge('events_unknown_total', 'Events of unknown kind since start', () => push.gauges().unknown);
  gauge('backlog_events', 'Events taken and not yet committed', () => push.gauges().backlog);
  gauge('flag_latency_p50_ms', 'Receipt to committed flag, median', () => push.gauges().flagP50Ms);
  gauge('flag_latency_p99_ms', 'Receipt to committed flag, 99th percentile', () => push.gauges().flagP99Ms);
  gauge('store_credit_events', 'Free places for events in flight', () => store.gauges().credit);
  gauge('store_bytes', 'Bytes of the database files', () =>
    store.gauges().files.reduce((sum, file) => sum + file.bytes, 0),
  );
  gauge(
    'flags_open',
    'Flags not resolved',
    () => [...desk.flags.values()].filter((flag) => flag.state !== 'resolved').length,
  );
  gauge(
    'rooms_connected',
    'Rooms with a connection',
    () => rooms.all().filter((runtime) => runtime.connection !== null).length,
  );
  gauge(
    'process_heap_used_bytes',
    'JavaScript heap of the core, with what is not yet collected',
    () => process.memoryUsage().heapUsed,
  );
  gauge('process_resident_bytes', 'Resident memory of the core', () => process.memoryUsage.rss());
  new Gauge({
    name: 'changkong_support_doors_total',
    help: 'What the viewers’ doors let in and refused since start',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      for (const [what, count] of Object.entries(support.doors.counts().counts)) this.set({ what }, count);
    },
  });
  gauge('support_viewer_sockets', 'Viewers’ lines that are open', () => support.doors.counts().socketsNow);
  gauge('support_waiting', 'Viewers who wait for a person', () => support.routing.gauges().waiting);
  gauge('support_talks_in_memory', 'Conversations held in memory', () => support.state.conversations.size);
  addTicketMetrics(registry, services);
  gauge('support_words_in_memory', 'Conversations whose messages are in memory', () =>
    support.state.talks.loaded(),
  );
  return registry;
}
