import type { Gauges } from '../../../shared/api/views.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Rooms } from '../rooms/service.ts';
import type { LatencyMeter, RateMeter } from './latency.ts';

/** What the status line shows, read at this moment. */
export function readGauges(deps: {
  readonly flagLatency: LatencyMeter;
  readonly intakeLatency: LatencyMeter;
  readonly eventRate: RateMeter;
  readonly pipeline: Pipeline;
  readonly rooms: Rooms;
  /** Epoch ms. */
  readonly now: number;
  readonly storeFault: string | undefined;
}): Gauges {
  const { pipeline, rooms, storeFault } = deps;
  const counts = pipeline.counts();
  const sums = rooms.all().flatMap((runtime) => [...runtime.counters]);
  const sum = (prefix: string): number =>
    sums.filter(([what]) => what.startsWith(prefix)).reduce((total, [, n]) => total + n, 0);
  return {
    flagP50Ms: deps.flagLatency.percentile(0.5),
    flagP99Ms: deps.flagLatency.percentile(0.99),
    intakeP50Ms: deps.intakeLatency.percentile(0.5),
    backlog: pipeline.backlog(),
    eventsPerSecond: deps.eventRate.rate(deps.now),
    storedEvents: counts.stored,
    refused: sum('refused') + counts.failed,
    unknown: sum('unknown'),
    ...(storeFault === undefined ? {} : { storeFault }),
  };
}
