import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Translation } from '../../../shared/support/language.ts';
import { hidePersonal } from '../../../shared/support/mask.ts';
import type { Message } from '../../../shared/support/message.ts';
import { checkedTranslation, isTranslated, targetOf } from '../../../shared/support/translating.ts';
import type { AnswerProvider } from './provider.ts';
import type { SupportState } from './state.ts';

/** Messages in the other side's language. The original is stored first and stays. */
export interface Translating {
  /** Translates one message now, or again; the message comes back with what came of it. */
  readonly now: (row: Conversation, messageId: string) => Promise<Result<Message>>;
  /** Resolves when nothing is being translated. */
  readonly settled: () => Promise<void>;
  readonly tokensToday: () => number;
}

const AT_ONCE = 4;
const MAX_WAITING = 200;
const FRESH_MS = 120_000;
const MAX_TOKENS = 2_000;

/** Translates what is said, beside the talk: nobody waits for it, and it can only add a text to a message. */
export function createTranslating(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly provider: () => AnswerProvider | null;
}): Translating {
  const { state, clock } = deps;
  const working = new Map<string, Promise<unknown>>();
  const waiting: (() => void)[] = [];
  const spent = { day: '', tokens: 0, running: 0 };

  const spend = (tokens: number): void => {
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    if (spent.day !== day) Object.assign(spent, { day, tokens: 0 });
    spent.tokens += tokens;
  };
  /** A place among the few that run at once; false where too many wait already. */
  const place = async (): Promise<boolean> => {
    if (spent.running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) return false;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    spent.running += 1;
    return true;
  };
  const leave = (): void => {
    spent.running -= 1;
    waiting.shift()?.();
  };

  const made = async (
    row: Conversation,
    text: string,
    to: string,
  ): Promise<{ readonly translation: Translation; readonly tokens: number }> => {
    const { translation: limits } = deps.config();
    const provider = deps.provider();
    const none = (reason: NonNullable<Translation['reason']>, tokens = 0) => ({
      translation: { to, state: 'failed' as const, reason, at: clock.now() },
      tokens,
    });
    spend(0);
    const isSpent =
      (row.translationTokens ?? 0) >= limits.conversationTokens || spent.tokens >= limits.dailyTokens;
    if (provider === null || isSpent) return none('limit');
    if (!(await place())) return none('limit');
    try {
      const { text: hidden, kept } = hidePersonal(text);
      const maxTokens = Math.min(MAX_TOKENS, 64 + hidden.length * 3);
      const done = await provider.translate({ text: hidden, to, maxTokens }, new AbortController().signal);
      spend(done.tokens);
      if (done.kind === 'failed') return none(done.reason === 'timeout' ? 'timeout' : 'failed', done.tokens);
      const checked = checkedTranslation(hidden, done.text, kept);
      if (checked === null) return none('refused', done.tokens);
      return {
        translation: { to, state: 'done', text: checked, at: clock.now() },
        tokens: done.tokens,
      };
    } finally {
      leave();
    }
  };
  /** Puts the translation beside the words it was made of, if they still stand. */
  const write = (
    id: string,
    message: Message,
    done: Awaited<ReturnType<typeof made>>,
  ): Promise<Result<Message>> =>
    state
      .change(id, (now, messages) => {
        const current = messages.find((each) => each.id === message.id);
        if (current === undefined || current.body.kind !== 'text') return fail(fault('conflict', 'recalled'));
        return ok({
          conversation: { ...now, translationTokens: (now.translationTokens ?? 0) + done.tokens },
          edit: [{ ...current, translation: done.translation }],
        });
      })
      .then((changed) => {
        if (!changed.ok) return changed;
        const [edited] = changed.value.messages;
        return edited === undefined ? fail(fault('not_found', 'message')) : ok(edited);
      });
  const translate = (row: Conversation, message: Message, to: string): Promise<Result<Message>> => {
    const key = `${row.id}/${message.id}`;
    const text = message.body.kind === 'text' ? message.body.text : '';
    const work = made(row, text, to)
      // A bug of a provider's own must not leave the message without a word about it.
      .catch(() => ({
        translation: { to, state: 'failed' as const, reason: 'failed' as const, at: clock.now() },
        tokens: 0,
      }))
      .then((done) => write(row.id, message, done))
      .finally(() => working.delete(key));
    working.set(key, work);
    return work;
  };

  state.onChange((row, messages) => {
    const { translation } = deps.config();
    if (!isTranslated(row, translation) || deps.provider() === null) return;
    for (const message of messages) {
      if (message.translation !== undefined || working.has(`${row.id}/${message.id}`)) continue;
      if (clock.now() - message.at > FRESH_MS) continue;
      const to = targetOf(message, row, translation);
      if (to !== null) void translate(row, message, to).catch(() => undefined);
    }
  });

  return {
    async now(row, messageId) {
      if (deps.provider() === null) return fail(fault('unsupported', 'provider'));
      await working.get(`${row.id}/${messageId}`);
      const found = (await state.talks.messages(row.id)).find((message) => message.id === messageId);
      if (found?.body.kind !== 'text') return fail(fault('not_found', 'message'));
      if (found.translation?.state === 'done') return ok(found);
      const { translation } = deps.config();
      const to = targetOf(found, row, translation) ?? translation.staffLanguage;
      const current = await state.get(row.id);
      return translate(current.ok ? current.value : row, found, to);
    },
    async settled() {
      while (working.size > 0) await Promise.allSettled(working.values());
    },
    tokensToday: () => spent.tokens,
  };
}
