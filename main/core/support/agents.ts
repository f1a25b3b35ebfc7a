import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';
import type { Agent, AgentState } from '../../../shared/support/agent.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import { auditOf } from '../desk.ts';
import type { Routing } from './routing.ts';
import type { SupportState } from './state.ts';

/** Agents: who is there, and what they can. */
export interface Agents {
  readonly setState: (by: Actor, state: AgentState) => Promise<Result<Agent>>;
  readonly save: (
    profile: Pick<Agent, 'id' | 'groups' | 'skills' | 'capacity' | 'languages' | 'channels'>,
    by: Actor,
  ) => Promise<Result<Agent>>;
}

const CAPACITY = 5;

/** Somebody becomes an agent with the first state she sets. */
export function createAgents(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly routing: Routing;
  readonly clock: Clock;
  readonly memberName: (id: string) => string | undefined;
}): Agents {
  const { state, clock } = deps;
  const blank = (id: string, name: string): Agent => ({
    id,
    name,
    state: 'offline',
    stateSince: clock.now(),
    groups: deps.config().groups.map((group) => group.id),
    skills: [],
    capacity: CAPACITY,
    languages: [],
    lastAssignedAt: 0,
    seenAt: clock.now(),
    createdAt: clock.now(),
  });
  return {
    async setState(by, next) {
      const before = state.agents.get(by.id) ?? blank(by.id, by.name);
      const now = clock.now();
      const agent: Agent = {
        ...before,
        name: by.name,
        state: next,
        stateSince: before.state === next ? before.stateSince : now,
        seenAt: now,
      };
      const traces = before.state === next ? [] : [{ kind: 'agent_state' as const, by, value: next }];
      const saved = await state.putAgent(agent, traces);
      if (saved.ok) void deps.routing.run();
      return saved;
    },
    async save(profile, by) {
      const name = deps.memberName(profile.id);
      const before =
        state.agents.get(profile.id) ?? (name === undefined ? undefined : blank(profile.id, name));
      if (before === undefined) return fail(fault('not_found', 'member'));
      const audit = [
        auditOf(clock.now(), by, 'support.agent', {
          subject: profile.id,
          detail: `${profile.groups.join('+')} ×${profile.capacity}`,
        }),
      ];
      const saved = await state.putAgent({ ...before, ...profile }, [], audit);
      if (saved.ok) void deps.routing.run();
      return saved;
    },
  };
}
