import type { Conversation } from './conversation.ts';
import { localTime } from './hours.ts';
import { meanOf, shareOf } from './intervals.ts';
import { quantile } from './routing/estimate.ts';
import type { Rating, Trace } from './trace.ts';
import type { Figure, StatRow, SupportStats } from './views.ts';

/** Nothing new on the topic for so long makes a first contact a resolution, ms. */
export const FIRST_CONTACT_MS = 72 * 3_600_000;

/** The raw rows. `conversations` must reach 72 h beyond `to`, or first contact is not yet known. */
export interface StatsSource {
  readonly conversations: readonly Conversation[];
  readonly traces: readonly Trace[];
  readonly ratings: readonly Rating[];
}

export interface StatsQuery {
  /** By the time a conversation began, epoch ms, from inclusive, to exclusive. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly roomId?: string | undefined;
  readonly topic?: string | undefined;
  readonly agentId?: string | undefined;
  readonly now: number;
}

/** The conversations behind the figures, each with what was measured of it, oldest first. */
export function statRows(source: StatsSource, query: StatsQuery): readonly StatRow[] {
  const traces = groupBy(source.traces, (trace) => trace.conversationId ?? '');
  const scores = new Map(source.ratings.map((rating) => [rating.id, rating.score]));
  const byViewer = groupBy(source.conversations, (row) => row.viewer.id);
  return source.conversations
    .filter((row) => isIn(row, query))
    .sort((left, right) => left.createdAt - right.createdAt || left.number - right.number)
    .map((row) =>
      rowOf(row, traces.get(row.id) ?? [], scores.get(row.id), byViewer.get(row.viewer.id) ?? [], query.now),
    );
}

/** All figures over the rows in question. */
export function supportStats(source: StatsSource, query: StatsQuery): SupportStats {
  const rows = statRows(source, query);
  const inside = source.conversations.filter((row) => isIn(row, query));
  const traces = groupBy(source.traces, (trace) => trace.conversationId ?? '');
  const known = (pick: (row: StatRow) => number | undefined, of = rows): readonly number[] =>
    of.flatMap((row) => pick(row) ?? []);
  const settled = rows.filter((row) => row.firstContact !== undefined);
  const scores = known((row) => row.score);
  const waits = new Map(rows.map((row) => [row.conversationId, row.waitMs]));
  const promised = inside.flatMap((row) => {
    const wait = waits.get(row.id);
    const { lowMs, highMs } = row.promise ?? {};
    return wait === undefined || lowMs === undefined || highMs === undefined ? [] : [{ wait, lowMs, highMs }];
  });
  const queued = inside.filter((row) => (traces.get(row.id) ?? []).some((trace) => trace.kind === 'queued'));
  const withBot = rows.filter((row) => row.botSolved !== undefined);
  return {
    from: query.from,
    to: query.to,
    timeZone: query.timeZone,
    conversations: rows.length,
    firstResponseMs: figureOf(known((row) => row.firstResponseMs)),
    handlingMs: figureOf(known((row) => row.handlingMs)),
    waitMs: figureOf(known((row) => row.waitMs)),
    firstContact: shareOf(settled.filter((row) => row.firstContact === true).length, settled.length),
    satisfaction: meanOf(scores),
    happy: shareOf(scores.filter((score) => score >= 4).length, scores.length),
    abandoned: shareOf(rows.filter((row) => row.abandoned).length, queued.length),
    botSolved: shareOf(withBot.filter((row) => row.botSolved === true).length, withBot.length),
    estimateErrorMs: figureOf(
      promised.map(({ wait, lowMs, highMs }) => Math.abs((lowMs + highMs) / 2 - wait)),
    ),
    estimateInside: shareOf(
      promised.filter(({ wait, lowMs, highMs }) => lowMs <= wait && wait <= highMs).length,
      promised.length,
    ),
    heat: heatOf(rows, query.timeZone),
    byAgent: byAgent(inside, rows),
    byTopic: [...groupBy(rows, (row) => row.topic)].map(([topic, own]) => {
      const done = own.filter((row) => row.firstContact !== undefined);
      return {
        topic,
        conversations: own.length,
        satisfaction: meanOf(known((row) => row.score, own)),
        firstContact: shareOf(done.filter((row) => row.firstContact === true).length, done.length),
      };
    }),
  };
}

function isIn(row: Conversation, query: StatsQuery): boolean {
  return (
    row.createdAt >= query.from &&
    row.createdAt < query.to &&
    (query.roomId === undefined || row.roomId === query.roomId) &&
    (query.topic === undefined || row.topic === query.topic) &&
    (query.agentId === undefined || row.agent?.id === query.agentId)
  );
}

function rowOf(
  row: Conversation,
  traces: readonly Trace[],
  score: number | undefined,
  ofViewer: readonly Conversation[],
  now: number,
): StatRow {
  const first = (...kinds: readonly Trace['kind'][]): number | undefined => {
    const times = traces.filter((trace) => kinds.includes(trace.kind)).map((trace) => trace.at);
    return times.length === 0 ? undefined : Math.min(...times);
  };
  const queuedAt = first('queued');
  const takenAt = first('accepted', 'assigned', 'taken_over');
  const repliedAt = first('first_reply');
  const closedAt = row.state === 'closed' ? row.closedAt : undefined;
  const again = ofViewer.some(
    (other) =>
      other.id !== row.id &&
      other.topic === row.topic &&
      other.createdAt > row.createdAt &&
      other.createdAt <= (closedAt ?? 0) + FIRST_CONTACT_MS,
  );
  const isSettled =
    closedAt !== undefined &&
    row.closeReason !== 'abandoned' &&
    (row.reopened > 0 || again || now - closedAt >= FIRST_CONTACT_MS);
  return {
    conversationId: row.id,
    number: row.number,
    at: row.createdAt,
    topic: row.topic,
    ...(row.agent === undefined ? {} : { agent: row.agent.name, agentId: row.agent.id }),
    ...(row.bot.answers === 0 ? {} : { botSolved: row.state === 'closed' && row.queuedAt === undefined }),
    ...(queuedAt === undefined || takenAt === undefined ? {} : { waitMs: Math.max(0, takenAt - queuedAt) }),
    ...(row.promise?.lowMs === undefined ? {} : { promisedLowMs: row.promise.lowMs }),
    ...(row.promise?.highMs === undefined ? {} : { promisedHighMs: row.promise.highMs }),
    ...(queuedAt === undefined || repliedAt === undefined
      ? {}
      : { firstResponseMs: Math.max(0, repliedAt - queuedAt) }),
    ...(closedAt === undefined || row.assignedAt === undefined
      ? {}
      : { handlingMs: closedAt - row.assignedAt }),
    ...(isSettled ? { firstContact: row.reopened === 0 && !again } : {}),
    ...(score === undefined ? {} : { score }),
    abandoned: row.closeReason === 'abandoned',
  };
}

function heatOf(rows: readonly StatRow[], timeZone: string): readonly (readonly number[])[] {
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const row of rows) {
    const { weekday, hour } = localTime(row.at, timeZone);
    const day = heat[weekday];
    if (day !== undefined) day[hour] = (day[hour] ?? 0) + 1;
  }
  return heat;
}

function byAgent(inside: readonly Conversation[], rows: readonly StatRow[]): SupportStats['byAgent'] {
  const measured = new Map(rows.map((row) => [row.conversationId, row]));
  const own = groupBy(
    inside.filter((row) => row.agent !== undefined),
    (row) => row.agent?.id ?? '',
  );
  return [...own].map(([id, mine]) => {
    const stats = mine.flatMap((row) => measured.get(row.id) ?? []);
    return {
      id,
      name: mine.at(-1)?.agent?.name ?? id,
      closed: mine.filter((row) => row.state === 'closed').length,
      satisfaction: meanOf(stats.flatMap((row) => row.score ?? [])),
      firstResponseMs: figureOf(stats.flatMap((row) => row.firstResponseMs ?? [])),
    };
  });
}

function figureOf(samples: readonly number[]): Figure {
  if (samples.length === 0) return { count: 0 };
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  return { count: samples.length, median: quantile(samples, 0.5), p90: quantile(samples, 0.9), mean };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}
