import type { AuditDraft } from '../../../shared/domain/audit.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Agent } from '../../../shared/support/agent.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import type { Trace } from '../../../shared/support/trace.ts';
import type { MessageRow, WebhookDelivery } from '../../store/records.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import type { Desk, DeskRecord } from '../desk.ts';
import { createLanes } from './lanes.ts';
import { createTalks, type Talks } from './talks.ts';

/** A message before it has its place. */
export type MessageDraft = Pick<Message, 'id' | 'from' | 'body' | 'audience'> &
  Partial<Pick<Message, 'auto' | 'sources' | 'language'>>;

/** A step in the life of a conversation, before it has id, time and whose it was. */
export type TraceDraft = Pick<Trace, 'kind' | 'by'> &
  Partial<Pick<Trace, 'reasons' | 'estimate' | 'overtook' | 'value' | 'agentId'>>;

/** What one change writes: all of it, or nothing. */
export interface SupportChangeSet {
  readonly conversation: Conversation;
  readonly add?: readonly MessageDraft[] | undefined;
  readonly edit?: readonly Message[] | undefined;
  readonly traces?: readonly TraceDraft[] | undefined;
  readonly audit?: readonly AuditDraft[] | undefined;
  readonly ops?: readonly StoreOp[] | undefined;
  readonly records?: readonly DeskRecord[] | undefined;
}

/** What a change came to. */
export interface Changed {
  readonly conversation: Conversation;
  /** Those added, then those edited, as stored. */
  readonly messages: readonly Message[];
}

/** The working state of the support desk and the one way to change it. */
export interface SupportState {
  /** All that are not closed, and those closed in the last hour. */
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly talks: Talks;
  readonly get: (id: string) => Promise<Result<Conversation>>;
  /**
   * Changes one conversation: changes of the same one follow each other, the write is whole, memory
   * and listeners hear of it only after the commit.
   */
  readonly change: (
    id: string,
    make: (
      now: Conversation,
      messages: readonly Message[],
    ) => Result<SupportChangeSet> | Promise<Result<SupportChangeSet>>,
  ) => Promise<Result<Changed>>;
  /** Stores a new conversation; `conflict` where the id is taken. */
  readonly create: (set: SupportChangeSet) => Promise<Result<Changed>>;
  readonly putAgent: (
    agent: Agent,
    traces?: readonly TraceDraft[],
    audit?: readonly AuditDraft[],
  ) => Promise<Result<Agent>>;
  /** A sign of life; kept in memory alone. */
  readonly touchAgent: (id: string) => void;
  readonly onChange: (listener: (conversation: Conversation, messages: readonly Message[]) => void) => void;
  readonly onAgent: (listener: (agent: Agent) => void) => void;
  readonly onTraces: (listener: (traces: readonly Trace[]) => void) => void;
  readonly nextNumber: () => number;
  /** Forgets what was closed long ago; the store keeps it. */
  readonly forget: () => void;
  /** Forgets one that was deleted. */
  readonly forgetOne: (id: string) => void;
}

const KEEP_MS = 3_600_000;
/** What was said in a closed conversation is read again from the store when somebody asks. */
const KEEP_WORDS_MS = 300_000;
const PAGE = 500;

/** Loads what is open from the store. */
export async function createSupportState(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Calls to other systems: prepared for the same transaction, accepted after it. */
  readonly outbox: {
    readonly prepare: (conversation: Conversation, traces: readonly Trace[]) => readonly WebhookDelivery[];
    readonly accept: (rows: readonly WebhookDelivery[]) => void;
  };
}): Promise<SupportState> {
  const { store, desk, clock, ids } = deps;
  const conversations = new Map<string, Conversation>();
  const agents = new Map<string, Agent>();
  const talks = createTalks(store);
  const lanes = createLanes();
  const heard = new Set<(conversation: Conversation, messages: readonly Message[]) => void>();
  const heardAgents = new Set<(agent: Agent) => void>();
  const heardTraces = new Set<(traces: readonly Trace[]) => void>();

  for (const state of ['queued', 'bot', 'active', 'wrapping'] as const)
    for (const row of await all(store, state)) conversations.set(row.id, row);
  for (const agent of (await store.list({ table: 'agents', limit: 1_000 })).rows)
    agents.set(agent.id, { ...agent, seenAt: clock.now() });
  const newest = (await store.list({ table: 'conversations', limit: 50, order: 'newest' })).rows;
  let lastNumber = Math.max(
    0,
    ...newest.map((each) => each.number),
    ...[...conversations.values()].map((each) => each.number),
  );

  const get = async (id: string): Promise<Result<Conversation>> => {
    const found = conversations.get(id) ?? (await store.get('conversations', id));
    return found === null || found === undefined ? fail(fault('not_found', 'conversation')) : ok(found);
  };

  const tracesOf = (now: Conversation, drafts: readonly TraceDraft[]): readonly Trace[] =>
    drafts.map((draft, index) => ({
      reasons: [],
      ...(draft.agentId === undefined && now.agent !== undefined ? { agentId: now.agent.id } : {}),
      ...draft,
      // Ids grow with the revision, so that steps of one millisecond stay in order.
      id: `${now.id}.${String(now.rev).padStart(8, '0')}.${index}`,
      at: clock.now(),
      conversationId: now.id,
      roomId: now.roomId,
      viewerId: now.viewer.id,
      topic: now.topic,
      priority: now.priority,
    }));

  /** Gives places, writes, and only then lets anyone see it. */
  const commit = async (set: SupportChangeSet, before: readonly Message[]): Promise<Result<Changed>> => {
    const lastAt = before.at(-1)?.at ?? 0;
    let { seq, rev } = set.conversation;
    let at = Math.max(clock.now(), lastAt);
    const added = (set.add ?? []).map((draft): Message => {
      seq += 1;
      rev += 1;
      at = Math.max(at, lastAt + 1);
      const made: Message = { ...draft, conversationId: set.conversation.id, seq, rev, at };
      at += 1;
      return made;
    });
    const edited = (set.edit ?? []).map((message): Message => {
      rev += 1;
      return { ...message, rev };
    });
    const conversation: Conversation = {
      ...set.conversation,
      seq,
      rev: rev === set.conversation.rev ? rev + 1 : rev,
    };
    const messages = [...added, ...edited];
    const traces = tracesOf(conversation, set.traces ?? []);
    const calls = deps.outbox.prepare(conversation, traces);
    const saved = await desk.commit(set.records ?? [], set.audit ?? [], [
      { op: 'put', table: 'conversations', row: conversation },
      ...messages.map((message): StoreOp => ({ op: 'put', table: 'messages', row: rowOf(message) })),
      ...traces.map((row): StoreOp => ({ op: 'put', table: 'traces', row })),
      ...calls.map((row): StoreOp => ({ op: 'put', table: 'deliveries', row })),
      ...(set.ops ?? []),
    ]);
    if (!saved.ok) return saved;
    deps.outbox.accept(calls);
    conversations.set(conversation.id, conversation);
    talks.apply(conversation.id, messages);
    for (const listener of heard) listener(conversation, messages);
    if (traces.length > 0) for (const listener of heardTraces) listener(traces);
    return ok({ conversation, messages });
  };

  return {
    conversations,
    agents,
    talks,
    get,
    change: (id, make) =>
      lanes.run(id, async () => {
        const found = await get(id);
        if (!found.ok) return found;
        const before = await talks.messages(id);
        const set = await make(found.value, before);
        return set.ok ? commit(set.value, before) : set;
      }),
    create: (set) =>
      lanes.run(set.conversation.id, async () => {
        const taken = await get(set.conversation.id);
        if (taken.ok) return fail(fault('conflict', 'id'));
        talks.begin(set.conversation.id);
        return commit(set, []);
      }),
    async putAgent(agent, drafts = [], audit = []) {
      const traces = drafts.map(
        (draft): Trace => ({ reasons: [], agentId: agent.id, ...draft, id: ids.next(), at: clock.now() }),
      );
      const saved = await desk.commit([], audit, [
        { op: 'put', table: 'agents', row: agent },
        ...traces.map((row): StoreOp => ({ op: 'put', table: 'traces', row })),
      ]);
      if (!saved.ok) return saved;
      agents.set(agent.id, agent);
      for (const listener of heardAgents) listener(agent);
      return ok(agent);
    },
    touchAgent(id) {
      const agent = agents.get(id);
      if (agent !== undefined) agents.set(id, { ...agent, seenAt: clock.now() });
    },
    onChange: (listener) => void heard.add(listener),
    onAgent: (listener) => void heardAgents.add(listener),
    onTraces: (listener) => void heardTraces.add(listener),
    nextNumber() {
      lastNumber += 1;
      return lastNumber;
    },
    forgetOne(id) {
      conversations.delete(id);
      talks.drop(id);
    },
    forget() {
      const now = clock.now();
      for (const row of conversations.values()) {
        const age = row.state === 'closed' ? now - row.updatedAt : 0;
        if (age <= KEEP_WORDS_MS || talks.isWatched(row.id)) continue;
        talks.drop(row.id);
        if (age > KEEP_MS) conversations.delete(row.id);
      }
      talks.sweep((id) => conversations.has(id));
    },
  };
}

function rowOf(message: Message): MessageRow {
  const { conversationId, id, at } = message;
  return { id: `${conversationId}/${id}`, conversationId, at, message };
}

async function all(store: Store, state: Conversation['state']): Promise<readonly Conversation[]> {
  const rows: Conversation[] = [];
  let cursor: string | undefined;
  do {
    const page: { readonly rows: readonly Conversation[]; readonly cursor?: string | undefined } =
      await store.list({
        table: 'conversations',
        where: { state },
        order: 'oldest',
        limit: PAGE,
        cursor,
      });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}
