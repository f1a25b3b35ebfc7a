import { type Actor, SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Agent } from '../../../shared/support/agent.ts';
import type { Channel } from '../../../shared/support/channel.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation, Estimate, Offer } from '../../../shared/support/conversation.ts';
import { isOpenAt } from '../../../shared/support/hours.ts';
import { notice } from '../../../shared/support/notices.ts';
import { line } from '../../../shared/support/routing/choose.ts';
import { type EstimateBasis, estimateLine } from '../../../shared/support/routing/estimate.ts';
import { route } from '../../../shared/support/routing/route.ts';
import type { RoutingDecision, RoutingState, Waiting } from '../../../shared/support/routing/state.ts';
import type { Trace } from '../../../shared/support/trace.ts';
import { nextConversation } from '../../../shared/support/transitions.ts';
import type { SupportGauges } from '../../../shared/support/views.ts';
import type { SupportState } from './state.ts';

/** Who is asked, when an agent is silent or lost, and how long the line is. */
export interface Routing {
  /** Looks at everything once; calls that come while it looks make it look again. */
  readonly run: () => Promise<void>;
  readonly estimateOf: (id: string) => Estimate | undefined;
  /** Place and wait of one that is about to queue. */
  readonly expected: (row: Conversation) => Estimate;
  /** Those in line since earlier whom it passes when somebody takes it by hand. */
  readonly passedOver: (row: Conversation, reason: string) => NonNullable<Trace['overtook']>;
  readonly gauges: () => SupportGauges;
  /** Puts a conversation back in line, with the reason. */
  readonly requeue: (
    id: string,
    why: 'lapsed' | 'lost' | 'given_back',
    avoid: Actor,
  ) => Promise<Result<Conversation>>;
  readonly loadOf: (agentId: string) => number;
  /** She has no place for another of that kind. */
  readonly isFull: (agent: Agent, channel: Channel) => boolean;
  /** A page of this member is open; the answer says it is closed. */
  readonly present: (memberId: string) => () => void;
}

const KEPT_SAMPLES = 200;
/** Viewers whose last agent is remembered, the newest. */
const KEPT_FACES = 20_000;
const SHORT_LINE = 50;
const LINE_MS = 250;

/** Routing over the working state; pure decisions, checked again before they are written. */
export function createRouting(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Closed conversations, newest first, to know handling times and familiar faces from. */
  readonly past: readonly Conversation[];
}): Routing {
  const { state, clock, ids } = deps;
  const handling: number[] = [];
  const familiar = new Map<string, string>();
  const present = new Map<string, number>();
  let running: Promise<void> | null = null;
  let again = false;

  const forgetFaces = (): void => {
    for (const key of familiar.keys()) {
      if (familiar.size <= KEPT_FACES) break;
      familiar.delete(key);
    }
  };
  const learn = (row: Conversation): void => {
    if (row.state !== 'closed' || row.agent === undefined) return;
    familiar.delete(row.viewer.id);
    familiar.set(row.viewer.id, row.agent.id);
    forgetFaces();
    if (row.assignedAt === undefined || row.closedAt === undefined) return;
    handling.push(row.closedAt - row.assignedAt);
    if (handling.length > KEPT_SAMPLES) handling.shift();
  };
  for (const row of deps.past.toReversed()) learn(row);
  state.onChange((row) => learn(row));

  const open = (): readonly Conversation[] =>
    [...state.conversations.values()].filter((row) => row.state !== 'closed');
  const loadOf = (agentId: string, channel?: Channel): number =>
    open().filter(
      (row) =>
        (channel === undefined || (row.channel ?? 'text') === channel) &&
        ((row.state === 'active' && row.agent?.id === agentId) ||
          (row.offer?.to.id === agentId && row.agent?.id !== agentId)),
    ).length;
  const isFull = (agent: Agent, channel: Channel): boolean => {
    const limit = agent.channels?.[channel];
    return loadOf(agent.id) >= agent.capacity || (limit !== undefined && loadOf(agent.id, channel) >= limit);
  };

  const waitingOf = (row: Conversation, refusedForMs: number): Waiting => ({
    id: row.id,
    queuedAt: row.queuedAt ?? row.createdAt,
    priority: row.priority,
    groupId: row.groupId,
    skills: row.skills,
    language: row.viewer.language,
    channel: row.channel ?? 'text',
    refused: row.refused.map((each) => ({ agentId: each.agentId, until: each.at + refusedForMs })),
    ...(familiar.has(row.viewer.id) ? { familiarAgentId: familiar.get(row.viewer.id) } : {}),
    offered: row.offer !== undefined,
  });
  const routingState = (): RoutingState => {
    const { routing, groups } = deps.config();
    const loads = new Map<string, { load: number; byChannel: Partial<Record<Channel, number>> }>();
    const add = (agentId: string, channel: Channel): void => {
      const sum = loads.get(agentId) ?? { load: 0, byChannel: {} };
      sum.load += 1;
      sum.byChannel[channel] = (sum.byChannel[channel] ?? 0) + 1;
      loads.set(agentId, sum);
    };
    for (const row of open()) {
      const channel = row.channel ?? 'text';
      if (row.state === 'active' && row.agent !== undefined) add(row.agent.id, channel);
      if (row.offer !== undefined && row.offer.to.id !== row.agent?.id) add(row.offer.to.id, channel);
    }
    return {
      config: routing,
      groups,
      waiting: open()
        .filter((row) => row.state === 'queued')
        .map((row) => waitingOf(row, routing.refusedForSec * 1_000)),
      agents: [...state.agents.values()].map((agent) => ({ agent, load: 0, ...loads.get(agent.id) })),
    };
  };
  const basis = (): EstimateBasis => ({
    handlingMs: handling,
    active: open().flatMap((row) =>
      row.state === 'active' && row.agent !== undefined
        ? [{ agentId: row.agent.id, since: row.assignedAt ?? row.updatedAt, channel: row.channel ?? 'text' }]
        : [],
    ),
  });

  /** The line as reckoned last; a long one is not reckoned anew for every change. */
  let kept: { readonly at: number; readonly line: ReadonlyMap<string, Estimate> } | null = null;
  const stale = (): void => {
    if (kept !== null && kept.line.size <= SHORT_LINE) kept = null;
  };
  state.onChange(stale);
  state.onAgent(stale);
  const lineOfNow = (): ReadonlyMap<string, Estimate> => {
    const now = clock.now();
    if (kept === null || now - kept.at > LINE_MS)
      kept = { at: now, line: estimateLine(routingState(), basis(), now) };
    return kept.line;
  };

  const requeue: Routing['requeue'] = async (id, why, avoid) => {
    const changed = await state.change(id, (now) => {
      if (now.agent?.id !== avoid.id) return fail(fault('conflict'));
      const next = nextConversation(now, { kind: 'requeue', avoid: avoid.id }, clock.now());
      if (!next.ok) return next;
      const reason = {
        lapsed: line('lapsed', '客服久未回复，归属失效', 'the agent was silent too long'),
        lost: line('lost', '客服掉线', 'the agent’s line was lost'),
        given_back: line('given_back', '客服退回队列', 'given back by the agent'),
      }[why];
      return ok({
        conversation: next.value,
        add: [notice(ids.next(), 'returned')],
        traces: [
          {
            kind: why === 'lapsed' ? 'lapsed' : 'requeued',
            by: why === 'given_back' ? avoid : SYSTEM,
            agentId: avoid.id,
            reasons: [reason],
          },
        ],
      });
    });
    return changed.ok ? ok(changed.value.conversation) : changed;
  };

  /** Offers that ran out, owners that are silent or gone. */
  const lapse = async (): Promise<void> => {
    const now = clock.now();
    const { routing } = deps.config();
    for (const agent of [...state.agents.values()]) {
      const isHere = (present.get(agent.id) ?? 0) > 0 || now - agent.seenAt <= routing.lostAfterSec * 1_000;
      if (agent.state === 'offline' || isHere) continue;
      const traces = [
        {
          kind: 'agent_state' as const,
          by: SYSTEM,
          value: 'offline',
          reasons: [line('lost', '客服掉线', 'the agent’s line was lost')],
        },
      ];
      await state.putAgent({ ...agent, state: 'offline', stateSince: now }, traces);
    }
    for (const row of open()) {
      const owner = row.agent === undefined ? undefined : state.agents.get(row.agent.id);
      const asked = row.offer === undefined ? undefined : state.agents.get(row.offer.to.id);
      const isGone = row.offer !== undefined && asked !== undefined && asked.state === 'offline';
      if (row.offer !== undefined && (row.offer.expiresAt <= now || isGone)) await lapseOffer(row);
      if (row.state !== 'active' || row.agent === undefined) continue;
      const silentSince = Math.max(row.waitingSince ?? now, row.assignedAt ?? 0);
      if (owner?.state === 'offline') await requeue(row.id, 'lost', row.agent);
      else if (
        routing.silentAfterSec > 0 &&
        row.waitingSince !== undefined &&
        now - silentSince > routing.silentAfterSec * 1_000
      )
        await requeue(row.id, 'lapsed', row.agent);
    }
  };
  const lapseOffer = async (row: Conversation): Promise<void> => {
    await state.change(row.id, (now) => {
      if (now.offer === undefined || now.offer.at !== row.offer?.at) return fail(fault('conflict'));
      const next = nextConversation(now, { kind: 'offer_lapsed' }, clock.now());
      if (!next.ok) return next;
      const kind = now.offer.kind === 'transfer' ? 'returned' : 'lapsed';
      return ok({
        conversation: next.value,
        traces: [
          {
            kind,
            by: SYSTEM,
            agentId: now.offer.to.id,
            reasons: [line('timeout', '未在时限内接受', 'not accepted in time')],
          },
        ],
      });
    });
  };

  const carryOut = async (decision: RoutingDecision): Promise<void> => {
    const { routing } = deps.config();
    const agent = state.agents.get(decision.agentId);
    if (agent === undefined) return;
    const to: Actor = { kind: 'person', id: agent.id, name: agent.name };
    const isAsked = routing.acceptWithinSec > 0;
    const done = await state.change(decision.conversationId, (now) => {
      const current = state.agents.get(agent.id);
      if (current?.state !== 'online' || isFull(current, now.channel ?? 'text'))
        return fail(fault('conflict', 'agent'));
      if (now.state !== 'queued' || now.offer !== undefined) return fail(fault('conflict'));
      const at = clock.now();
      const offer: Offer = {
        kind: 'assign',
        to,
        reasons: decision.reasons,
        at,
        expiresAt: at + routing.acceptWithinSec * 1_000,
      };
      const next = nextConversation(now, isAsked ? { kind: 'offer', offer } : { kind: 'assign', to }, at);
      if (!next.ok) return next;
      return ok({
        conversation: next.value,
        add: isAsked ? [] : [notice(ids.next(), 'assigned', { name: agent.name })],
        traces: [
          {
            kind: isAsked ? 'offered' : 'assigned',
            by: SYSTEM,
            agentId: agent.id,
            reasons: decision.reasons,
            overtook: decision.overtook,
          },
        ],
      });
    });
    const turned: Agent | undefined = state.agents.get(agent.id);
    if (done.ok && turned !== undefined)
      await state.putAgent({ ...turned, lastAssignedAt: nextTurn(state, clock.now()) });
  };

  const look = async (): Promise<void> => {
    await lapse();
    for (const decision of route(routingState(), clock.now())) await carryOut(decision);
  };
  const run = (): Promise<void> => {
    if (running !== null) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await look();
      } while (again);
    })().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    run,
    requeue,
    loadOf,
    isFull,
    estimateOf: (id) => {
      if (!lineOfNow().has(id)) kept = null;
      return lineOfNow().get(id);
    },
    expected(row) {
      const now = clock.now();
      const { config, groups, waiting, agents } = routingState();
      const own = waitingOf({ ...row, queuedAt: row.queuedAt ?? now }, config.refusedForSec * 1_000);
      const others = waiting.filter((each) => each.id !== row.id);
      const line = estimateLine({ config, groups, agents, waiting: [...others, own] }, basis(), now);
      return line.get(row.id) ?? { place: others.length + 1, at: now };
    },
    passedOver(row, reason) {
      const since = row.queuedAt ?? clock.now();
      return open()
        .filter(
          (each) =>
            each.id !== row.id &&
            each.state === 'queued' &&
            each.offer === undefined &&
            (each.queuedAt ?? each.createdAt) < since,
        )
        .map((each) => ({ conversationId: each.id, reason }));
    },
    gauges() {
      const rows = open();
      const now = clock.now();
      const waiting = rows.filter((row) => row.state === 'queued');
      const online = [...state.agents.values()].filter((agent) => agent.state === 'online');
      return {
        waiting: waiting.length,
        active: rows.filter((row) => row.state === 'active').length,
        withBot: rows.filter((row) => row.state === 'bot').length,
        agentsOnline: online.length,
        freePlaces: online.reduce((sum, agent) => sum + Math.max(0, agent.capacity - loadOf(agent.id)), 0),
        longestWaitMs: Math.max(0, ...waiting.map((row) => now - (row.queuedAt ?? now))),
        isOpenNow: isOpenAt(deps.config().hours, now),
      };
    },
    present(memberId) {
      present.set(memberId, (present.get(memberId) ?? 0) + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        present.set(memberId, (present.get(memberId) ?? 1) - 1);
        state.touchAgent(memberId);
      };
    },
  };
}

/** Turns grow even within a millisecond. */
function nextTurn(state: SupportState, now: number): number {
  return Math.max(now, ...[...state.agents.values()].map((agent) => agent.lastAssignedAt + 1));
}
