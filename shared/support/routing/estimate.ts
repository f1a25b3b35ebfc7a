import type { Estimate } from '../conversation.ts';
import { obstacle } from './eligible.ts';
import { inLine } from './order.ts';
import type { RoutingState, Waiting } from './state.ts';

/** What an estimate rests on. */
export interface EstimateBasis {
  /** How long recent conversations took from assignment to close, ms; the newest 200 or so. */
  readonly handlingMs: readonly number[];
  /** Conversations in work: whose, and since when. */
  readonly active: readonly { readonly agentId: string; readonly since: number }[];
}

const FALLBACK_MS = 240_000;

/**
 * Place in line and the expected wait: the line is served by the places of the agents who could take
 * it, each free after the rest of its conversation (the conditional quantile of recent handling times).
 */
export function estimateWait(
  state: RoutingState,
  basis: EstimateBasis,
  id: string,
  now: number,
): Estimate | null {
  const waiting = inLine(state.config, state.waiting);
  const index = waiting.findIndex((each) => each.id === id);
  const own = waiting[index];
  if (own === undefined) return null;
  const lowMs = simulate(state, basis, waiting, index, now, 0.25);
  const highMs = simulate(state, basis, waiting, index, now, 0.75);
  return {
    place: index + 1,
    at: now,
    ...(lowMs === null || highMs === null
      ? {}
      : { lowMs: Math.min(lowMs, highMs), highMs: Math.max(lowMs, highMs) }),
  };
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

function simulate(
  state: RoutingState,
  basis: EstimateBasis,
  line: readonly Waiting[],
  index: number,
  now: number,
  share: number,
): number | null {
  const own = line[index];
  if (own === undefined) return null;
  const whole = quantile(basis.handlingMs, 0.5) ?? FALLBACK_MS;
  const able = state.agents.filter((load) => {
    const found = obstacle(state, own, load, now);
    return found === null || found === 'capacity' || found === 'refused';
  });
  if (able.length === 0) return null;
  const slots: number[] = [];
  for (const { agent, load } of able) {
    const busy = basis.active.filter((each) => each.agentId === agent.id);
    for (const each of busy.slice(0, agent.capacity))
      slots.push(restMs(basis.handlingMs, now - each.since, share));
    for (let free = Math.max(load, busy.length); free < agent.capacity; free += 1) slots.push(0);
    // Offered but not yet accepted places count as taken for one handling time.
    for (let held = busy.length; held < Math.min(load, agent.capacity); held += 1) slots.push(whole);
  }
  const scale =
    share < 0.5
      ? (quantile(basis.handlingMs, 0.35) ?? whole * 0.7)
      : (quantile(basis.handlingMs, 0.65) ?? whole * 1.4);
  let start = 0;
  for (let at = 0; at <= index; at += 1) {
    slots.sort((left, right) => left - right);
    start = slots[0] ?? 0;
    slots[0] = start + scale;
  }
  return Math.round(start);
}

function restMs(handling: readonly number[], elapsed: number, share: number): number {
  const longer = handling.filter((each) => each > elapsed);
  const whole = quantile(longer, share) ?? Math.max(FALLBACK_MS, elapsed * 1.25);
  return Math.max(0, whole - elapsed);
}
