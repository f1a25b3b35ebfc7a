import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { fillText } from '../../../shared/support/fill.ts';
import { keywordFor, mayReply } from '../../../shared/support/keywords.ts';
import type { Mood } from '../../../shared/support/mood.ts';
import { notice } from '../../../shared/support/notices.ts';
import { nextConversation } from '../../../shared/support/transitions.ts';
import { type Trigger, triggersIn } from '../../../shared/support/triggers.ts';
import { endingOf, valuesOf } from './ending.ts';
import type { Escalating } from './escalating.ts';
import { autoMessage } from './queueing.ts';
import type { SupportState } from './state.ts';

/** What happens by itself: keyword replies, idle and closing messages, escalations by trigger. */
export interface Automatic {
  readonly tick: () => Promise<void>;
  readonly settled: () => Promise<void>;
}

/** Without a setting it is always handed up. */
const ESCALATES: Readonly<
  Partial<
    Record<
      Trigger,
      { readonly zh: string; readonly setting?: 'insults' | 'exposure' | 'minors' | 'money' | undefined }
    >
  >
> = {
  insult: { zh: '观众辱骂客服', setting: 'insults' },
  exposure: { zh: '观众提到曝光或投诉到外部', setting: 'exposure' },
  minor: { zh: '涉及未成年人', setting: 'minors' },
  money: { zh: '观众要求退款或赔偿', setting: 'money' },
  danger: { zh: '观众可能有人身危险' },
};

const REMIND_MS = 1_200_000;
const MOOD_HEATED = 2;
const MOOD_TIMES = 2;
const MOOD_PAUSE_MS = 600_000;

/** Looks at open conversations every second; each rule acts once per occasion. */
export function createAutomatic(deps: {
  readonly state: SupportState;
  readonly config: () => SupportConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly escalating: Escalating;
  readonly isPrivate: (row: Conversation) => boolean;
}): Automatic {
  const { state, clock, ids } = deps;
  const raised = new Set<string>();
  const raisedAt = new Map<string, number>();
  const busy = new Set<Promise<unknown>>();

  const up = (row: Conversation, why: string, reason: string, urgent: boolean): void => {
    const key = `${row.id}:${why}`;
    if (raised.has(key) || row.state === 'closed') return;
    raised.add(key);
    raisedAt.set(row.id, clock.now());
    const work = deps.escalating
      .up(
        row.id,
        // The same occasion is the same escalation, also after a restart.
        { id: `${row.id}.${why}.${row.reopened}`, reason, urgent, quiet: true },
        { kind: 'rule', id: `rule:support.${why}@1`, name: '自动升级' },
      )
      .finally(() => busy.delete(work));
    busy.add(work);
  };
  /** Beside the triggers, not on top of them: a story that was handed up lately is not handed up again. */
  const byMood = (row: Conversation, mood: Mood): void => {
    const times = [...raised].filter((key) => key.startsWith(`${row.id}:mood.`)).length;
    const isRecent = clock.now() - (raisedAt.get(row.id) ?? Number.NEGATIVE_INFINITY) < MOOD_PAUSE_MS;
    if (mood.heated < MOOD_HEATED || isRecent || times >= MOOD_TIMES) return;
    const why = mood.reasons.map((reason) => reason.zh).join('、');
    up(row, `mood.${times}`, `观众情绪恶化（${Math.round(mood.score * 100)}%）：${why}`, false);
  };
  state.onChange((row, messages) => {
    const { escalation } = deps.config();
    for (const message of messages) {
      if (message.from.kind !== 'viewer' || message.body.kind !== 'text' || message.readAt !== undefined)
        continue;
      if (message.translation !== undefined) continue;
      for (const trigger of triggersIn(message.body.text)) {
        const rule = ESCALATES[trigger];
        if (rule !== undefined && (rule.setting === undefined || escalation[rule.setting]))
          up(
            row,
            trigger,
            // Whoever reads the escalation has not given a reason to read the words.
            deps.isPrivate(row) ? rule.zh : `${rule.zh}：${message.body.text.slice(0, 120)}`,
            trigger === 'danger' || trigger === 'minor',
          );
      }
    }
    const { mood } = row;
    const isHeard = messages.some((message) => message.from.kind === 'viewer' && message.seq === row.seq);
    if (escalation.mood && mood !== undefined && isHeard && mood.score >= escalation.moodAt)
      byMood(row, mood);
    if (row.state === 'closed') {
      raisedAt.delete(row.id);
      for (const key of raised) if (key.startsWith(`${row.id}:`)) raised.delete(key);
    }
  });

  const keyword = async (row: Conversation): Promise<void> => {
    const { auto } = deps.config();
    if (auto.keywords.length === 0 || !mayReply(row, auto, clock.now())) return;
    await state.change(row.id, (now, messages) => {
      if (!mayReply(now, auto, clock.now())) return fail(fault('conflict'));
      const last = messages.findLast((message) => message.from.kind === 'viewer');
      const isAnswered =
        last !== undefined &&
        messages.some((message) => message.auto === 'keyword' && message.seq > last.seq);
      const found =
        last?.body.kind === 'text' && !isAnswered ? keywordFor(auto.keywords, last.body.text) : null;
      if (found === null) return fail(fault('not_found', 'keyword'));
      const { text } = fillText(found.reply.reply[now.viewer.language], valuesOf(now));
      return ok({
        conversation: {
          ...now,
          auto: { keywords: now.auto.keywords + 1, last: { ...now.auto.last, keyword: clock.now() } },
          version: now.version + 1,
        },
        add: [autoMessage(ids.next(), 'keyword', text)],
      });
    });
  };
  const idle = async (row: Conversation): Promise<void> => {
    const { auto } = deps.config();
    const now = clock.now();
    const quietSince = Math.max(row.lastViewerAt ?? row.createdAt, row.lastAgentAt ?? 0);
    const isOurs = row.waitingSince === undefined || row.state === 'bot';
    if ((row.state !== 'active' && row.state !== 'bot') || !isOurs) return;
    const said = row.auto.last.idle;
    const isSaid = said !== undefined && said > quietSince;
    if (!isSaid && now - quietSince > auto.idleAfterSec * 1_000) await sayIdle(row.id, quietSince);
    if (isSaid && now - said > auto.closeAfterSec * 1_000) await closeIdle(row.id, quietSince);
  };
  const sayIdle = (id: string, quietSince: number) =>
    state.change(id, (now) => {
      if ((now.lastViewerAt ?? 0) > quietSince) return fail(fault('conflict'));
      const { auto } = deps.config();
      const { text } = fillText(auto.idle[now.viewer.language], {
        ...valuesOf(now),
        minutes: String(Math.ceil(auto.closeAfterSec / 60)),
      });
      return ok({
        conversation: {
          ...now,
          auto: { ...now.auto, last: { ...now.auto.last, idle: clock.now() } },
          version: now.version + 1,
        },
        add: [autoMessage(ids.next(), 'idle', text)],
      });
    });
  /** Asks again for a rating, as often as the configuration says, each time 20 minutes later. */
  const remind = async (row: Conversation): Promise<void> => {
    const asked = row.ratingAskedAt;
    if (row.state !== 'closed' || asked === undefined || row.ratedAt !== undefined) return;
    const given = row.auto.last.reminders ?? 0;
    if (given >= deps.config().ratings.reminders || clock.now() - asked < (given + 1) * REMIND_MS) return;
    await state.change(row.id, (now) =>
      now.ratedAt !== undefined || now.state !== 'closed' || (now.auto.last.reminders ?? 0) !== given
        ? fail(fault('conflict'))
        : ok({
            conversation: { ...now, auto: { ...now.auto, last: { ...now.auto.last, reminders: given + 1 } } },
            add: [notice(ids.next(), 'rating_asked')],
          }),
    );
  };
  const closeIdle = (id: string, quietSince: number) =>
    state.change(id, (now) => {
      if ((now.lastViewerAt ?? 0) > quietSince || now.state === 'queued') return fail(fault('conflict'));
      const next = nextConversation(now, { kind: 'close', by: SYSTEM, reason: 'idle' }, clock.now());
      if (!next.ok) return next;
      const { add, alter } = endingOf(now, deps.config(), 'desk', { ids, at: clock.now() });
      return ok({
        conversation: { ...next.value, ...alter },
        add,
        traces: [{ kind: 'closed', by: SYSTEM, value: 'idle' }],
      });
    });

  return {
    async tick() {
      const { escalation } = deps.config();
      for (const row of [...state.conversations.values()]) {
        await remind(row);
        if (row.state === 'closed') continue;
        await keyword(row);
        await idle(row);
        const waited = row.state === 'queued' ? clock.now() - (row.queuedAt ?? clock.now()) : 0;
        if (escalation.waitOverSec > 0 && waited > escalation.waitOverSec * 1_000)
          up(row, `wait.${row.queuedAt}`, `等待已超过 ${Math.floor(waited / 60_000)} 分钟`, false);
      }
    },
    async settled() {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}
