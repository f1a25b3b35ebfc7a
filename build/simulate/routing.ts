import type { Channel } from '../../shared/support/channel.ts';
import {
  DEFAULT_SUPPORT,
  type Group,
  type Strategy,
  type SupportConfig,
} from '../../shared/support/config.ts';
import type { ConversationPriority } from '../../shared/support/conversation.ts';
import { obstacle } from '../../shared/support/routing/eligible.ts';
import { estimateWait, quantile } from '../../shared/support/routing/estimate.ts';
import { route } from '../../shared/support/routing/route.ts';
import type {
  AgentLoad,
  RoutingDecision,
  RoutingState,
  Waiting,
} from '../../shared/support/routing/state.ts';

/** A day of viewers and agents. */
export interface SimulatedDay {
  readonly arrivals: readonly {
    readonly at: number;
    readonly id: string;
    readonly priority: ConversationPriority;
    readonly skills: readonly string[];
    readonly groupId: string;
    readonly channel: Channel;
    readonly viewer: string;
    readonly language?: 'zh' | 'en' | undefined;
    readonly handlingMs: number;
  }[];
  readonly groups: readonly Group[];
  readonly agents: readonly (AgentLoad['agent'] & {
    readonly shifts: readonly (readonly [from: number, to: number])[];
  })[];
}

/** How a strategy did. Times in ms. */
export interface RoutingFigures {
  readonly strategy: Strategy;
  readonly served: number;
  readonly medianWait: number;
  readonly p95Wait: number;
  readonly maxWait: number;
  /** Conversations assigned before one that had waited longer, without a reason on record. */
  readonly overtakenWithoutReason: number;
  /** Conversations that somebody able and free was there for, and who still waited more than the longest head start beyond the p95. */
  readonly starved: number;
  readonly skillViolations: number;
  readonly overCapacity: number;
  /** Talks of a kind beyond an agent's places for that kind. */
  readonly overChannel: number;
  /** Largest share of conversations one agent took, against an even share. */
  readonly unevenness: number;
  readonly estimateMedianError: number;
  readonly estimateInside: number;
}

const HOUR = 3_600_000;

/** A generated day: a quiet morning, a crowded evening, VIPs, complaints, rare skills. The same seed is the same day. */
export function generateDay(seed: number, viewers: number, agents: number): SimulatedDay {
  const random = seeded(seed);
  const weights = Array.from({ length: 24 }, (_, hour) =>
    hour < 8 ? 0.3 : hour < 18 ? 1 : hour < 23 ? 3.2 : 1.2,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const arrivals = Array.from({ length: viewers }, (_, index) => {
    let left = random() * total;
    let hour = 0;
    while (hour < 23 && left > (weights[hour] ?? 0)) {
      left -= weights[hour] ?? 0;
      hour += 1;
    }
    const channel: Channel = index % 7 === 0 ? 'voice' : index % 5 === 0 ? 'picture' : 'text';
    const chance = random();
    const priority: ConversationPriority =
      chance < 0.1 ? 'vip' : chance < 0.17 ? 'complaint' : chance < 0.19 ? 'urgent' : 'normal';
    return {
      at: hour * HOUR + Math.floor(random() * HOUR),
      id: `c${String(index).padStart(5, '0')}`,
      priority,
      skills: random() < 0.15 ? ['finance'] : random() < 0.05 ? ['english'] : [],
      groupId: random() < 0.8 ? 'general' : 'gifts',
      channel,
      viewer: `v${Math.floor(random() * viewers * 0.7)}`,
      // Log-normal around four minutes: most are short, a few very long.
      handlingMs: Math.min(45 * 60_000, Math.round(240_000 * Math.exp(0.7 * gauss(random)))),
    };
  }).sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1));
  const staff = Array.from({ length: agents }, (_, index) => {
    const night = index % 5 === 0;
    return {
      id: `a${index}`,
      name: `客服${index}`,
      state: 'offline' as const,
      groups: index % 4 === 0 ? ['gifts', 'general'] : ['general'],
      skills: index % 3 === 0 ? ['finance', 'english'] : index % 3 === 1 ? ['finance'] : [],
      capacity: 3,
      // One can listen to one voice at a time.
      channels: { voice: 1 },
      languages: [],
      lastAssignedAt: 0,
      shifts: [night ? ([0, 24 * HOUR] as const) : ([(8 + (index % 4) * 2) * HOUR, 24 * HOUR] as const)],
    };
  });
  const groups = [
    { id: 'general', name: '客服', topics: [], overflowTo: [] },
    { id: 'gifts', name: '礼物', topics: [], overflowTo: ['general'] },
  ];
  return { arrivals, groups, agents: staff };
}

/** Plays a day through the same pure routing that the core runs, second by second where something waits. */
export function simulateRouting(day: SimulatedDay, strategy: Strategy): RoutingFigures {
  const base: SupportConfig = DEFAULT_SUPPORT;
  const config = { ...base.routing, strategy };
  const { groups } = day;
  const turns = new Map<string, number>();
  const familiar = new Map<string, string>();
  const active: {
    readonly agentId: string;
    readonly id: string;
    readonly channel: Channel;
    readonly since: number;
    readonly until: number;
  }[] = [];
  const handling: number[] = [];
  const waits: number[] = [];
  const promised = new Map<string, { readonly low: number; readonly high: number }>();
  const errors: number[] = [];
  const taken = new Map<string, number>();
  let inside = 0;
  let waiting: (Waiting & { readonly arrival: SimulatedDay['arrivals'][number] })[] = [];
  let next = 0;
  let overtakenWithoutReason = 0;
  let skillViolations = 0;
  let overCapacity = 0;
  let overChannel = 0;
  let clock = 1;

  for (let now = 0; now < 26 * HOUR && (next < day.arrivals.length || waiting.length > 0); now += 1_000) {
    for (let index = active.length - 1; index >= 0; index -= 1) {
      const each = active[index];
      if (each === undefined || each.until > now) continue;
      handling.push(each.until - each.since);
      if (handling.length > 200) handling.shift();
      active.splice(index, 1);
    }
    const fresh: string[] = [];
    for (
      let arrival = day.arrivals[next];
      arrival !== undefined && arrival.at <= now;
      arrival = day.arrivals[next]
    ) {
      waiting.push({
        id: arrival.id,
        queuedAt: arrival.at,
        priority: arrival.priority,
        groupId: arrival.groupId,
        skills: arrival.skills,
        channel: arrival.channel,
        language: arrival.language ?? 'zh',
        refused: [],
        ...(familiar.has(arrival.viewer) ? { familiarAgentId: familiar.get(arrival.viewer) } : {}),
        offered: false,
        arrival,
      });
      fresh.push(arrival.id);
      next += 1;
    }
    if (waiting.length === 0) continue;
    const agents: AgentLoad[] = day.agents.map((agent) => ({
      agent: {
        ...agent,
        state:
          agent.shifts.some(([from, to]) => now >= from && now < to) || now >= 24 * HOUR
            ? ('online' as const)
            : ('offline' as const),
        lastAssignedAt: turns.get(agent.id) ?? 0,
      },
      load: active.filter((each) => each.agentId === agent.id).length,
      byChannel: countBy(active.filter((each) => each.agentId === agent.id).map((each) => each.channel)),
    }));
    const state: RoutingState = { config, groups, waiting, agents };
    for (const id of fresh) {
      const estimate = estimateWait(state, { handlingMs: handling, active }, id, now);
      if (estimate?.lowMs !== undefined && estimate.highMs !== undefined)
        promised.set(id, { low: estimate.lowMs, high: estimate.highMs });
    }

    const decisions = strategy === 'manual' ? pickedByHand(state, now) : route(state, now);
    const given = new Set<string>();
    for (const decision of decisions) {
      const row = waiting.find((each) => each.id === decision.conversationId);
      const load = agents.find((each) => each.agent.id === decision.agentId);
      if (row === undefined || load === undefined) continue;
      const ahead = waiting.filter((each) => each.queuedAt < row.queuedAt && !given.has(each.id));
      overtakenWithoutReason += ahead.filter(
        (each) => !decision.overtook.some((one) => one.conversationId === each.id && one.reason !== 'normal'),
      ).length;
      if (!row.skills.every((skill) => load.agent.skills.includes(skill))) skillViolations += 1;
      given.add(row.id);
      active.push({
        agentId: decision.agentId,
        id: row.id,
        channel: row.arrival.channel,
        since: now,
        until: now + row.arrival.handlingMs,
      });
      if (active.filter((each) => each.agentId === decision.agentId).length > load.agent.capacity)
        overCapacity += 1;
      const limit = load.agent.channels?.[row.arrival.channel] ?? Number.POSITIVE_INFINITY;
      const alike = active.filter(
        (each) => each.agentId === decision.agentId && each.channel === row.arrival.channel,
      );
      if (alike.length > limit) overChannel += 1;
      clock += 1;
      turns.set(decision.agentId, now + clock / 1_000_000);
      taken.set(decision.agentId, (taken.get(decision.agentId) ?? 0) + 1);
      familiar.set(row.arrival.viewer, decision.agentId);
      const wait = now - row.queuedAt;
      waits.push(wait);
      const promise = promised.get(row.id);
      if (promise !== undefined) {
        errors.push(Math.abs((promise.low + promise.high) / 2 - wait));
        if (promise.low - 1_000 <= wait && wait <= promise.high + 1_000) inside += 1;
      }
    }
    waiting = waiting.filter((each) => !given.has(each.id));
  }
  const p95Wait = quantile(waits, 0.95) ?? 0;
  const longestBoost = Math.max(...Object.values(config.boostSec)) * 1_000;
  return {
    strategy,
    served: waits.length,
    medianWait: quantile(waits, 0.5) ?? 0,
    p95Wait,
    maxWait: Math.max(0, ...waits),
    overtakenWithoutReason,
    starved:
      waiting.length +
      waits.filter((wait) => wait > 2 * (p95Wait + longestBoost + config.overflowAfterSec * 1_000)).length,
    skillViolations,
    overCapacity,
    overChannel,
    unevenness: (Math.max(0, ...taken.values()) * day.agents.length) / Math.max(1, waits.length),
    estimateMedianError: quantile(errors, 0.5) ?? 0,
    estimateInside: errors.length === 0 ? 0 : inside / errors.length,
  };
}

/** Whoever has a place picks who has waited longest of those she can take: the list is in that order. */
function pickedByHand(state: RoutingState, now: number): readonly RoutingDecision[] {
  const line = state.waiting.toSorted((left, right) => left.queuedAt - right.queuedAt);
  const given = new Set<string>();
  return state.agents.flatMap((load): readonly RoutingDecision[] => {
    const picked = line.find((each) => !given.has(each.id) && obstacle(state, each, load, now) === null);
    if (picked === undefined) return [];
    given.add(picked.id);
    const overtook = line
      .filter((each) => each.queuedAt < picked.queuedAt && !given.has(each.id))
      .map((each) => ({ conversationId: each.id, reason: 'manual' }));
    return [{ conversationId: picked.id, agentId: load.agent.id, reasons: [], overtook }];
  });
}

function countBy(channels: readonly Channel[]): Readonly<Partial<Record<Channel, number>>> {
  const counts: Partial<Record<Channel, number>> = {};
  for (const channel of channels) counts[channel] = (counts[channel] ?? 0) + 1;
  return counts;
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(Math.max(1e-12, random()))) * Math.cos(2 * Math.PI * random());
}
