import type { Strategy } from '../config.ts';
import type { ReasonLine } from '../conversation.ts';
import type { AgentLoad, Waiting } from './state.ts';

/** Who of those who can is asked, by the strategy. Null: nobody yet (manual, or kept for a known face). */
export function choose(
  strategy: Strategy,
  waiting: Waiting,
  able: readonly AgentLoad[],
  context: { readonly waitedMs: number; readonly familiarWaitMs: number; readonly familiarMayCome: boolean },
): { readonly load: AgentLoad; readonly reason: ReasonLine } | null {
  if (strategy === 'manual') return null;
  const first = (order: (left: AgentLoad, right: AgentLoad) => number): AgentLoad | undefined =>
    [...able].sort((left, right) => order(left, right) || longestAgo(left, right))[0];
  if (strategy === 'familiar') {
    const known = able.find((load) => load.agent.id === waiting.familiarAgentId);
    if (known !== undefined)
      return { load: known, reason: line('familiar', '上次由其接待', 'spoke with this viewer last') };
    if (context.familiarMayCome && context.waitedMs < context.familiarWaitMs) return null;
  }
  if (strategy === 'least_busy') {
    const load = first((left, right) => busyness(left) - busyness(right));
    return load === undefined
      ? null
      : {
          load,
          reason: line(
            'least_busy',
            `当前最空闲（${load.load}/${load.agent.capacity}）`,
            `least busy (${load.load}/${load.agent.capacity})`,
          ),
        };
  }
  if (strategy === 'skills') {
    // Who knows least beyond what is asked: rare skills stay free for those who need them.
    const load = first(
      (left, right) =>
        left.agent.skills.length - right.agent.skills.length || busyness(left) - busyness(right),
    );
    return load === undefined
      ? null
      : {
          load,
          reason: line(
            'skills',
            `技能匹配：${waiting.skills.join('、') || '通用'}`,
            `skills match: ${waiting.skills.join(', ') || 'any'}`,
          ),
        };
  }
  const load = first(() => 0);
  return load === undefined
    ? null
    : { load, reason: line('round_robin', '轮流分配，轮到其接待', 'next in turn') };
}

/** Makes a reason. */
export function line(code: string, zh: string, en: string): ReasonLine {
  return { code, zh, en };
}

function busyness(load: AgentLoad): number {
  return load.load / load.agent.capacity;
}

function longestAgo(left: AgentLoad, right: AgentLoad): number {
  return left.agent.lastAssignedAt - right.agent.lastAssignedAt || (left.agent.id < right.agent.id ? -1 : 1);
}
