import type { Channel } from '../channel.ts';
import type { Estimate } from '../conversation.ts';
import { groupsFor, obstacle, roomFor } from './eligible.ts';
import { inLine } from './order.ts';
import type { AgentLoad, RoutingState, Waiting } from './state.ts';

/** What an estimate rests on. */
export interface EstimateBasis {
  /** How long recent conversations took from assignment to close, ms; the newest 200 or so. */
  readonly handlingMs: readonly number[];
  /** Conversations in work: whose, and since when. */
  readonly active: readonly {
    readonly agentId: string;
    readonly since: number;
    readonly channel?: Channel | undefined;
  }[];
}

const FALLBACK_MS = 240_000;

/**
 * Place in line and the expected wait of everyone: the line is served by the places of the agents who
 * could take it, each free after the rest of its conversation (the conditional quantile of recent
 * handling times). Those who can be served by the same agents are reckoned together.
 */
export function estimateLine(
  state: RoutingState,
  basis: EstimateBasis,
  now: number,
): ReadonlyMap<string, Estimate> {
  const line = inLine(state.config, state.waiting);
  const places = new Map(line.map((each, index) => [each.id, index]));
  const alike = new Map<string, Waiting[]>();
  for (const each of line) {
    const key = JSON.stringify([groupsFor(state, each, now), each.skills, each.language, each.channel]);
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [each]);
    else group.push(each);
  }
  const found = new Map<string, Estimate>();
  for (const group of alike.values()) {
    const [first] = group;
    const able = first === undefined ? [] : ableFor(state, first, now);
    const channel = first?.channel ?? 'text';
    const low = starts(basis, able, channel, line.length, now, 0.25);
    const high = starts(basis, able, channel, line.length, now, 0.75);
    for (const each of group) {
      const place = places.get(each.id) ?? 0;
      const [one, other] = [low[place], high[place]];
      const range =
        one === undefined || other === undefined
          ? {}
          : { lowMs: Math.min(one, other), highMs: Math.max(one, other) };
      found.set(each.id, { place: place + 1, at: now, ...range });
    }
  }
  return found;
}

/** The estimate of one. */
export function estimateWait(
  state: RoutingState,
  basis: EstimateBasis,
  id: string,
  now: number,
): Estimate | null {
  return estimateLine(state, basis, now).get(id) ?? null;
}

/** A value that the given share of samples does not exceed; interpolated. */
export function quantile(samples: readonly number[], share: number): number | undefined {
  if (samples.length === 0) return undefined;
  const sorted = [...samples].sort((left, right) => left - right);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

function ableFor(state: RoutingState, waiting: Waiting, now: number): readonly AgentLoad[] {
  return state.agents.filter((load) => {
    const found = obstacle(state, waiting, load, now);
    const isNever = load.agent.channels?.[waiting.channel ?? 'text'] === 0;
    return found === null || found === 'capacity' || found === 'refused' || (found === 'channel' && !isNever);
  });
}

/** When each place of the line would be served, ms from now; nothing where nobody can. */
function starts(
  basis: EstimateBasis,
  able: readonly AgentLoad[],
  channel: Channel,
  length: number,
  now: number,
  share: number,
): readonly number[] {
  const whole = quantile(basis.handlingMs, 0.5) ?? FALLBACK_MS;
  const slots: number[] = [];
  for (const one of able) {
    const { agent, load } = one;
    const all = basis.active.filter((each) => each.agentId === agent.id);
    // Where the kind has a limit, only what is of the kind makes room for it, and no more than the limit.
    const limit = agent.channels?.[channel];
    if (limit !== undefined && limit < agent.capacity) {
      const own = all.filter((each) => (each.channel ?? 'text') === channel);
      for (const each of own.slice(0, limit)) slots.push(restMs(basis.handlingMs, now - each.since, share));
      const free = Math.min(agent.capacity - Math.max(load, all.length), roomFor(one, channel));
      for (let place = 0; place < free; place += 1) slots.push(0);
      // Full of other kinds: the first that ends makes room.
      if (own.length === 0 && free <= 0)
        slots.push(...all.map((each) => restMs(basis.handlingMs, now - each.since, share)).slice(0, 1));
      continue;
    }
    for (const each of all.slice(0, agent.capacity))
      slots.push(restMs(basis.handlingMs, now - each.since, share));
    for (let free = Math.max(load, all.length); free < agent.capacity; free += 1) slots.push(0);
    // Offered but not yet accepted places count as taken for one handling time.
    for (let held = all.length; held < Math.min(load, agent.capacity); held += 1) slots.push(whole);
  }
  if (slots.length === 0) return [];
  const typical =
    share < 0.5
      ? (quantile(basis.handlingMs, 0.35) ?? whole * 0.7)
      : (quantile(basis.handlingMs, 0.65) ?? whole * 1.4);
  slots.sort((left, right) => left - right);
  // Every slot is taken in turn and comes free a handling time later, so a queue of slots stays sorted.
  const later: number[] = [];
  const times: number[] = [];
  let [head, tail] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const [fresh, used] = [slots[head], later[tail]];
    const takesFresh = fresh !== undefined && (used === undefined || fresh <= used);
    const start = (takesFresh ? fresh : used) ?? 0;
    if (takesFresh) head += 1;
    else tail += 1;
    later.push(start + typical);
    times.push(Math.round(start));
  }
  return times;
}

function restMs(handling: readonly number[], elapsed: number, share: number): number {
  const longer = handling.filter((each) => each > elapsed);
  const whole = quantile(longer, share) ?? Math.max(FALLBACK_MS, elapsed * 1.25);
  return Math.max(0, whole - elapsed);
}
