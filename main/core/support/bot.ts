import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { botMove, type HandoverReason, MISS_TEXT } from '../../../shared/support/bot.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { maskPersonal } from '../../../shared/support/mask.ts';
import type { Attachment, Message, SourceRef } from '../../../shared/support/message.ts';
import type { AnswerResult } from '../../../shared/support/provider.ts';
import type { SearchHit } from '../../../shared/support/search/index.ts';
import { triggersIn } from '../../../shared/support/triggers.ts';
import type { Knowledge } from './knowledge.ts';
import type { AnswerProvider } from './provider.ts';
import type { Queueing } from './queueing.ts';
import type { Routing } from './routing.ts';
import type { MessageDraft, SupportChangeSet, SupportState } from './state.ts';

/** The first answerer. */
export interface Bot {
  /** The answer being made, to be shown while it grows. */
  readonly draftOf: (id: string) => string | undefined;
  /** Resolves when nothing is being answered. */
  readonly settled: () => Promise<void>;
  readonly tokensToday: () => number;
}

/** Answers viewers' messages while a conversation is the bot's; what it says is committed only if it still is. */
export function createBot(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly knowledge: Knowledge;
  readonly queueing: Queueing;
  readonly routing: Routing;
  readonly provider: () => AnswerProvider | null;
  readonly isPrivate: (row: Conversation) => boolean;
}): Bot {
  const { state, clock, ids, knowledge } = deps;
  const drafts = new Map<string, string>();
  const working = new Map<string, AbortController>();
  const busy = new Set<Promise<void>>();
  const spent = { day: '', tokens: 0 };

  const spend = (tokens: number): void => {
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    if (spent.day !== day) Object.assign(spent, { day, tokens: 0 });
    spent.tokens += tokens;
  };
  const setDraft = (id: string, text: string | null): void => {
    if (text === null) drafts.delete(id);
    else drafts.set(id, text);
    state.talks.poke(id);
  };
  /** Commits what the bot does, unless somebody else has the word by now or the viewer spoke on. */
  const commit = async (
    id: string,
    asked: Message,
    make: (now: Conversation) => Result<SupportChangeSet>,
  ): Promise<void> => {
    const changed = await state.change(id, (now, messages) => {
      const newest = messages.findLast((message) => message.from.kind === 'viewer');
      if (now.state !== 'bot' || newest?.id !== asked.id)
        return fail(fault('conflict', 'not the bot’s turn'));
      return make(now);
    });
    if (changed.ok && changed.value.conversation.state === 'queued') {
      await deps.queueing.promise(id);
      void deps.routing.run();
    }
  };
  const handOver = (
    now: Conversation,
    why: HandoverReason,
    more: readonly MessageDraft[] = [],
  ): Result<SupportChangeSet> => {
    const isUrgent = why === 'danger' || why === 'minor';
    const row: Conversation = {
      ...now,
      bot: { ...now.bot, handover: why },
      priority: isUrgent
        ? 'urgent'
        : why === 'abused' || why === 'exposure' || why === 'money'
          ? stronger(now.priority)
          : now.priority,
      topic:
        now.topic !== 'other'
          ? now.topic
          : why === 'minor'
            ? 'minor'
            : why === 'money'
              ? 'refund'
              : now.topic,
    };
    const queued = deps.queueing.queue(row, 'handed_over', [
      { kind: 'bot_handover', by: SYSTEM, value: why },
    ]);
    return queued.ok ? ok({ ...queued.value, add: [...more, ...queued.value.add] }) : queued;
  };
  const say = (text: string, more: Partial<MessageDraft> = {}): MessageDraft => ({
    id: ids.next(),
    from: { kind: 'bot', id: 'bot', name: '小助手' },
    body: { kind: 'text', text: text.slice(0, 4_000) },
    audience: 'all',
    ...more,
  });
  const answered = (
    now: Conversation,
    text: string,
    sources: readonly SourceRef[],
    tokens: number,
    pictures: readonly Attachment[],
  ): SupportChangeSet => ({
    conversation: {
      ...now,
      bot: { ...now.bot, answers: now.bot.answers + 1, misses: 0, tokens: now.bot.tokens + tokens },
      topic:
        now.topic === 'other' ? (knowledge.topicOf(sources[0]?.articleId ?? '') ?? now.topic) : now.topic,
      updatedAt: clock.now(),
      version: now.version + 1,
    },
    add: [
      say(text, { auto: 'answer', sources }),
      ...pictures.map((attachment) => say('', { body: { kind: 'picture', attachment } })),
    ],
    traces: [
      { kind: 'bot_answered', by: SYSTEM, value: sources.map((source) => source.articleId).join(' ') },
    ],
  });

  const worded = async (
    row: Conversation,
    asked: string,
    hits: readonly SearchHit[],
  ): Promise<AnswerResult | null> => {
    const provider = deps.provider();
    const limits = deps.config().bot.provider;
    if (provider === null || limits === null) return null;
    spend(0);
    if (row.bot.tokens >= limits.conversationTokens || spent.tokens >= limits.dailyTokens) return null;
    const stop = new AbortController();
    working.get(row.id)?.abort();
    working.set(row.id, stop);
    const articles = hits
      .filter((hit) => !hit.article.staffOnly)
      .slice(0, 3)
      .map((hit) => hit.article);
    const result = await provider.answer(
      { question: maskPersonal(asked), articles, language: row.viewer.language, maxTokens: limits.maxTokens },
      (text) => {
        // Nothing is shown that the check might yet refuse: the draft is only a sign of life.
        if (!stop.signal.aborted) setDraft(row.id, '…'.repeat(1 + (Math.floor(text.length / 40) % 3)));
      },
      stop.signal,
    );
    if (working.get(row.id) === stop) working.delete(row.id);
    setDraft(row.id, null);
    spend(result.tokens);
    return stop.signal.aborted ? { kind: 'failed', reason: 'interrupted', tokens: result.tokens } : result;
  };

  /** Questions are read by everyone who keeps the knowledge base: those of private talks stay where they are. */
  const collect: Knowledge['ask'] = async (row, text, hit) => {
    if (!deps.isPrivate(row)) await knowledge.ask(row, text, hit);
  };
  const consider = async (row: Conversation, asked: Message): Promise<void> => {
    const text = asked.body.kind === 'text' ? asked.body.text : null;
    const hits = text === null ? [] : knowledge.find(text, 5);
    const triggers = triggersIn(text ?? '');
    const move = botMove(row.bot, deps.config().bot, { text, triggers }, hits);
    switch (move.kind) {
      case 'silent':
        return;
      case 'handover':
        if (move.why === 'unsure' && text !== null) await collect(row, text, hits[0]);
        return commit(row.id, asked, (now) => handOver(now, move.why));
      case 'miss':
        if (text !== null) await collect(row, text, hits[0]);
        return commit(row.id, asked, (now) =>
          ok({
            conversation: {
              ...now,
              bot: { ...now.bot, misses: now.bot.misses + 1 },
              updatedAt: clock.now(),
              version: now.version + 1,
            },
            add: [say(MISS_TEXT[now.viewer.language])],
          }),
        );
      case 'answer': {
        const made = await worded(row, text ?? '', hits);
        const { article } = move.hit;
        const { language } = row.viewer;
        const own: SourceRef[] = [
          { articleId: article.id, title: article.title[language] || article.title.zh },
        ];
        const tokens = made?.tokens ?? 0;
        const words = made?.kind === 'answered' ? made.text : article.answer[language] || article.answer.zh;
        const sources =
          made?.kind === 'answered'
            ? made.articleIds.map((id) => ({ articleId: id, title: knowledge.titleOf(id, language) }))
            : own;
        if (made?.kind === 'refused') await collect(row, text ?? '', move.hit);
        const pictures = await knowledge.picturesOf(sources[0]?.articleId ?? article.id);
        return commit(row.id, asked, (now) =>
          made?.kind === 'refused'
            ? handOver(now, 'unsure')
            : ok(answered(now, words, sources, tokens, pictures)),
        );
      }
    }
  };

  const begin = (row: Conversation, asked: Message): void => {
    working.get(row.id)?.abort();
    const work = consider(row, asked)
      // A bug here must not leave the viewer alone: a person is asked for.
      .catch(() => commit(row.id, asked, (now) => handOver(now, 'failed')))
      .finally(() => busy.delete(work));
    busy.add(work);
  };
  state.onChange((row, messages) => {
    if (row.state !== 'bot') {
      working.get(row.id)?.abort();
      return;
    }
    const asked = messages.findLast(
      (message) =>
        message.from.kind === 'viewer' &&
        message.recalledAt === undefined &&
        message.readAt === undefined &&
        // A translation that arrives is no new question.
        message.translation === undefined,
    );
    if (asked !== undefined) begin(row, asked);
  });
  /** Questions that were being answered when the hub ended. */
  const resume = async (): Promise<void> => {
    for (const row of [...state.conversations.values()].filter((each) => each.state === 'bot')) {
      const messages = await state.talks.messages(row.id);
      const asked = messages.findLast((message) => message.from.kind === 'viewer');
      if (asked === undefined || asked.recalledAt !== undefined) continue;
      if (!messages.some((message) => message.from.kind === 'bot' && message.seq > asked.seq))
        begin(row, asked);
    }
  };
  const resumed = resume().finally(() => busy.delete(resumed));
  busy.add(resumed);

  return {
    draftOf: (id) => drafts.get(id),
    async settled() {
      while (busy.size > 0) await Promise.all(busy);
    },
    tokensToday: () => spent.tokens,
  };
}

function stronger(priority: Conversation['priority']): Conversation['priority'] {
  return priority === 'urgent' ? 'urgent' : 'complaint';
}
