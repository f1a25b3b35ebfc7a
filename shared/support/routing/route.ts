import type { Channel } from '../channel.ts';
import type { ReasonLine } from '../conversation.ts';
import { choose, line } from './choose.ts';
import { groupsFor, type Obstacle, obstacle } from './eligible.ts';
import { inLine } from './order.ts';
import type { AgentLoad, RoutingDecision, RoutingState, Waiting } from './state.ts';

const PRIORITY_REASON: Readonly<Record<Exclude<Waiting['priority'], 'normal'>, ReasonLine>> = {
  vip: line('vip', 'VIP 优先（有上限的加权）', 'VIP, with a bounded head start'),
  complaint: line('complaint', '投诉优先（有上限的加权）', 'a complaint, with a bounded head start'),
  urgent: line('urgent', '紧急优先（有上限的加权）', 'urgent, with a bounded head start'),
};

const CHANNEL_NAMES: Readonly<Record<Channel, readonly [zh: string, en: string]>> = {
  text: ['文字', 'written'],
  picture: ['图片', 'with pictures'],
  voice: ['语音', 'voice'],
  one_to_one: ['一对一', 'one-to-one'],
};

/**
 * Who is asked now. Pure: goes down the line once and gives each waiting conversation to an agent who
 * can take it, by the strategy; loads and turns count up as it goes. A conversation that waits since
 * earlier and is passed over is named with the reason.
 */
export function route(state: RoutingState, now: number): readonly RoutingDecision[] {
  const loads = new Map<string, AgentLoad>(state.agents.map((load) => [load.agent.id, load]));
  const decisions: RoutingDecision[] = [];
  const given = new Set<string>();
  const why = new Map<string, string>();
  let turn = Math.max(now, ...state.agents.map((load) => load.agent.lastAssignedAt));
  for (const waiting of inLine(
    state.config,
    state.waiting.filter((each) => !each.offered),
  )) {
    const all = [...loads.values()];
    const able = all.filter((load) => obstacle(state, waiting, load, now) === null);
    const waitedMs = now - waiting.queuedAt;
    const familiar = loads.get(waiting.familiarAgentId ?? '');
    const chosen = choose(state.config.strategy, waiting, able, {
      waitedMs,
      familiarWaitMs: state.config.familiarWaitSec * 1_000,
      familiarMayCome: familiar !== undefined && comesBack(obstacle(state, waiting, familiar, now)),
    });
    if (chosen === null) {
      why.set(waiting.id, able.length > 0 ? heldFor(state) : missing(state, waiting, all, now));
      continue;
    }
    const { load, reason } = chosen;
    const channel = waiting.channel ?? 'text';
    const later = state.waiting.filter(
      (each) => !each.offered && each.queuedAt < waiting.queuedAt && !given.has(each.id),
    );
    decisions.push({
      conversationId: waiting.id,
      agentId: load.agent.id,
      reasons: reasonsFor(state, waiting, load, reason, now),
      overtook: later.map((each) => ({
        conversationId: each.id,
        reason: why.get(each.id) ?? waiting.priority,
      })),
    });
    given.add(waiting.id);
    turn += 1;
    loads.set(load.agent.id, {
      agent: { ...load.agent, lastAssignedAt: turn },
      load: load.load + 1,
      byChannel: { ...load.byChannel, [channel]: (load.byChannel?.[channel] ?? 0) + 1 },
    });
  }
  return decisions;
}

function reasonsFor(
  state: RoutingState,
  waiting: Waiting,
  load: AgentLoad,
  chosen: ReasonLine,
  now: number,
): readonly ReasonLine[] {
  const reasons: ReasonLine[] = [chosen];
  if (waiting.priority !== 'normal') reasons.push(PRIORITY_REASON[waiting.priority]);
  const channel = waiting.channel ?? 'text';
  const limit = load.agent.channels?.[channel];
  if (limit !== undefined) {
    const after = (load.byChannel?.[channel] ?? 0) + 1;
    const [zh, en] = CHANNEL_NAMES[channel];
    reasons.push(line('channel', `${zh}会话 ${after}/${limit}`, `${en} ${after}/${limit}`));
  }
  const [own] = groupsFor(state, waiting, now);
  if (own !== undefined && !load.agent.groups.includes(own))
    reasons.push(line('overflow', '本组久等，溢出到其他组', 'overflow from another group after a long wait'));
  const waited = Math.round((now - waiting.queuedAt) / 1_000);
  reasons.push(line('waited', `已等待 ${waited} 秒`, `waited ${waited} s`));
  return reasons;
}

/** What keeps a conversation from everyone: the obstacle that would have to go. */
function missing(state: RoutingState, waiting: Waiting, loads: readonly AgentLoad[], now: number): string {
  const found = new Set(loads.map((load) => obstacle(state, waiting, load, now)));
  const order: readonly Obstacle[] = [
    'capacity',
    'channel',
    'refused',
    'language',
    'skill',
    'group',
    'state',
  ];
  return order.find((each) => found.has(each)) ?? 'state';
}

function heldFor(state: RoutingState): string {
  return state.config.strategy === 'familiar' ? 'familiar' : state.config.strategy;
}

function comesBack(found: Obstacle | null): boolean {
  return found === null || found === 'capacity' || found === 'channel';
}
