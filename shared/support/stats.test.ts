import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../domain/actor.ts';
import { DEFAULT_SUPPORT } from './config.ts';
import { type Conversation, TOPICS } from './conversation.ts';
import { shareOf } from './intervals.ts';
import { newConversation } from './opening.ts';
import { type StatsSource, statRows, supportStats } from './stats.ts';
import type { Rating, Trace, TraceKind } from './trace.ts';

const HOUR = 3_600_000;
/** 2026-03-28T22:00Z: the night in which Berlin's clocks go forward; Shanghai is past midnight already. */
const START = Date.UTC(2026, 2, 28, 22);

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** Conversations over eight days, some left, some reopened, some by the same viewer again. */
function raw(seed: number, count: number): StatsSource {
  const random = seeded(seed);
  const conversations: Conversation[] = [];
  const traces: Trace[] = [];
  const ratings: Rating[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = START + Math.floor(random() * 8 * 24 * HOUR);
    const id = `c${index}`;
    const viewer = {
      id: `v${Math.floor(random() * count * 0.5)}`,
      name: 'v',
      signed: true,
      vip: 0,
      language: 'zh' as const,
    };
    const topic = TOPICS[Math.floor(random() * 4)] ?? 'other';
    let row: Conversation = newConversation(
      { id, number: index + 1, roomId: random() < 0.8 ? 'room' : 'other', viewer, topic },
      DEFAULT_SUPPORT,
      at,
    );
    const trace = (kind: TraceKind, when: number): void => {
      traces.push({
        id: `${id}.${traces.length}`,
        at: when,
        kind,
        conversationId: id,
        by: SYSTEM,
        reasons: [],
      });
    };
    trace('opened', at);
    const fate = random();
    if (fate < 0.2) {
      row = {
        ...row,
        state: 'closed',
        closedAt: at + 50_000,
        closeReason: 'solved',
        bot: { ...row.bot, answers: 1 },
      };
    } else {
      const queuedAt = at + Math.floor(random() * 5_000);
      trace('queued', queuedAt);
      row = { ...row, queuedAt, promise: { place: 1, lowMs: 10_000, highMs: 90_000, at: queuedAt } };
      if (fate < 0.3) {
        trace('abandoned', queuedAt + 60_000);
        row = { ...row, state: 'closed', closedAt: queuedAt + 60_000, closeReason: 'abandoned' };
      } else {
        const takenAt = queuedAt + Math.floor(random() * 120_000);
        const closedAt = takenAt + 10_000 + Math.floor(random() * 20 * 60_000);
        trace('offered', takenAt - 1);
        trace('accepted', takenAt);
        trace('first_reply', takenAt + 5_000);
        if (fate < 0.4) trace('assigned', takenAt + 9_000);
        trace('closed', closedAt);
        const agent = { kind: 'person' as const, id: `a${index % 3}`, name: `客服${index % 3}` };
        row = {
          ...row,
          state: fate > 0.97 ? 'active' : 'closed',
          agent,
          assignedAt: takenAt,
          firstReplyAt: takenAt + 5_000,
          reopened: fate > 0.9 ? 1 : 0,
          ...(fate > 0.97 ? {} : { closedAt, closeReason: 'solved' as const }),
        };
        if (random() < 0.6)
          ratings.push({
            id,
            at: closedAt + 1,
            roomId: row.roomId,
            topic,
            agentId: agent.id,
            score: 1 + Math.floor(random() * 5),
          });
      }
    }
    conversations.push(row);
  }
  return { conversations, traces, ratings };
}

/** The same figures by another way: plain loops over raw rows, and the platform's own calendar. */
function again(
  source: StatsSource,
  query: { from: number; to: number; timeZone: string; roomId?: string; now: number },
) {
  const waits: number[] = [];
  const responses: number[] = [];
  const handlings: number[] = [];
  const heat: Record<string, number> = {};
  const scores: number[] = [];
  let [count, settled, resolved, queued, abandoned, botTalks, botSolved, errors, inside] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  for (const row of source.conversations) {
    if (row.createdAt < query.from || row.createdAt >= query.to) continue;
    if (query.roomId !== undefined && row.roomId !== query.roomId) continue;
    count += 1;
    let [inQueue, taken, reply] = [Number.NaN, Number.NaN, Number.NaN];
    for (const trace of source.traces) {
      if (trace.conversationId !== row.id) continue;
      if (trace.kind === 'queued' && !(inQueue <= trace.at)) inQueue = trace.at;
      if ((trace.kind === 'accepted' || trace.kind === 'assigned') && !(taken <= trace.at)) taken = trace.at;
      if (trace.kind === 'first_reply' && !(reply <= trace.at)) reply = trace.at;
    }
    if (!Number.isNaN(inQueue)) queued += 1;
    if (!Number.isNaN(taken - inQueue)) {
      waits.push(taken - inQueue);
      errors += 1;
      if (taken - inQueue >= 10_000 && taken - inQueue <= 90_000) inside += 1;
    }
    if (!Number.isNaN(reply - inQueue)) responses.push(reply - inQueue);
    if (row.state === 'closed' && row.assignedAt !== undefined && row.closedAt !== undefined)
      handlings.push(row.closedAt - row.assignedAt);
    if (row.closeReason === 'abandoned') abandoned += 1;
    if (row.bot.answers > 0) {
      botTalks += 1;
      if (row.queuedAt === undefined && row.state === 'closed') botSolved += 1;
    }
    if (row.state === 'closed' && row.closeReason !== 'abandoned' && row.closedAt !== undefined) {
      let isBack = row.reopened > 0;
      for (const other of source.conversations)
        if (
          other.id !== row.id &&
          other.viewer.id === row.viewer.id &&
          other.topic === row.topic &&
          other.createdAt > row.createdAt &&
          other.createdAt - row.closedAt <= 259_200_000
        )
          isBack = true;
      if (isBack || query.now >= row.closedAt + 259_200_000) {
        settled += 1;
        if (!isBack) resolved += 1;
      }
    }
    const score = source.ratings.find((rating) => rating.id === row.id)?.score;
    if (score !== undefined) scores.push(score);
    const words = new Date(row.createdAt).toLocaleString('en-GB', {
      timeZone: query.timeZone,
      weekday: 'long',
      hour: '2-digit',
      hour12: false,
    });
    heat[words.replace(/,? at|,/g, '')] = (heat[words.replace(/,? at|,/g, '')] ?? 0) + 1;
  }
  const median = (of: number[]): number | undefined => {
    of.sort((left, right) => left - right);
    const half = of.length >> 1;
    return of.length === 0
      ? undefined
      : of.length % 2 === 1
        ? of[half]
        : ((of[half - 1] ?? 0) + (of[half] ?? 0)) / 2;
  };
  return {
    count,
    wait: median(waits),
    response: median(responses),
    handling: median(handlings),
    first: [resolved, settled],
    abandoned: [abandoned, queued],
    bot: [botSolved, botTalks],
    scores: [scores.length, scores.reduce((sum, score) => sum + score, 0)],
    inside: [inside, errors],
    heat,
  };
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

describe('statistics', () => {
  it.each([
    ['Asia/Shanghai', 1, undefined],
    ['Europe/Berlin', 2, undefined],
    ['America/New_York', 3, 'room'],
    ['Asia/Kolkata', 4, undefined],
    ['UTC', 5, 'other'],
  ])(
    'T1 agree to the last digit with another count, in %s, over midnight and changing clocks',
    (timeZone, seed, roomId) => {
      const source = raw(seed, 400);
      const query = {
        from: START + 2 * HOUR,
        to: START + 6 * 24 * HOUR + 30 * 60_000,
        timeZone,
        ...(roomId === undefined ? {} : { roomId }),
        now: START + 7 * 24 * HOUR,
      };
      const stats = supportStats(source, query);
      const other = again(source, query);
      const heat: Record<string, number> = {};
      for (const [day, hours] of stats.heat.entries())
        for (const [hour, count] of hours.entries())
          if (count > 0) heat[`${DAYS[day]} ${String(hour).padStart(2, '0')}`] = count;
      expect({
        count: stats.conversations,
        wait: stats.waitMs.median,
        response: stats.firstResponseMs.median,
        handling: stats.handlingMs.median,
        first: [stats.firstContact.hits, stats.firstContact.of],
        abandoned: [stats.abandoned.hits, stats.abandoned.of],
        bot: [stats.botSolved.hits, stats.botSolved.of],
        scores: [
          stats.satisfaction.count,
          Math.round((stats.satisfaction.mean ?? 0) * stats.satisfaction.count),
        ],
        inside: [stats.estimateInside.hits, stats.estimateInside.of],
        heat,
      }).toEqual(other);
      expect(statRows(source, query).length).toBe(stats.conversations);
    },
  );

  it('T2 mark small samples, and give intervals that hold the share', () => {
    const few = shareOf(1, 2);
    const many = shareOf(80, 100);
    // Wilson 1927, checked against the closed form for 80 of 100.
    expect([few.small, many.small, many.low?.toFixed(4), many.high?.toFixed(4), shareOf(0, 0).share]).toEqual(
      [true, false, '0.7112', '0.8666', undefined],
    );
  });
});
