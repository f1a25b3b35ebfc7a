import type { ChatRow, RowMark } from '../api/views.ts';
import { ofScore } from '../detect/severity.ts';
import { countedMoney, type LiveEvent, timeOf } from '../domain/event.ts';
import type { Severity } from '../domain/flag.ts';
import { personRef } from '../domain/person.ts';
import type { Category, Verdict } from '../domain/verdict.ts';

/** What the page shows of a stored event. Only flagged verdicts become marks. */
export function toChatRow(offset: number, event: LiveEvent, verdicts: readonly Verdict[]): ChatRow {
  const base = {
    offset,
    id: event.eventId,
    roomId: event.roomId,
    kind: event.kind,
    at: timeOf(event),
    marks: marksOf(verdicts),
    ...(event.actor === undefined ? {} : { person: personRef(event.platform, event.actor) }),
    ...(event.actor?.firstMessage ? { firstMessage: true } : {}),
  };
  const money = countedMoney(event);
  return { ...base, ...(money === undefined ? {} : { money }), ...contentOf(event) };
}

/** How urgent a category looks in the list. */
export function severityOf(category: Category, score: number): Severity {
  if (category === 'raid') return 'high';
  if (category === 'abuse') return score >= 0.8 ? 'high' : 'mid';
  if (category === 'dispute' || category === 'appeal') return 'mid';
  if (category.startsWith('rule:')) return ofScore(score);
  return 'low';
}

function marksOf(verdicts: readonly Verdict[]): readonly RowMark[] {
  return verdicts
    .filter((verdict) => verdict.flag && verdict.shadow !== true)
    .map((verdict) => ({
      category: verdict.category,
      severity: severityOf(verdict.category, verdict.score),
      score: verdict.score,
      spans: verdict.reasons.flatMap((reason) => (reason.span === undefined ? [] : [reason.span])),
      ...(verdict.reasons.some((reason) => reason.code === 'bystander') ? { bystander: true } : {}),
    }));
}

/** How long an action lasts, or a mode's new value. */
function countOf(count: number | undefined): Partial<ChatRow> {
  return count === undefined ? {} : { count };
}

function contentOf(event: LiveEvent): Pick<ChatRow, 'text'> & Partial<ChatRow> {
  switch (event.kind) {
    case 'chat':
      return {
        text: event.body.text,
        messageId: event.body.messageId,
        ...(event.body.replyTo?.name === undefined ? {} : { replyTo: event.body.replyTo.name }),
      };
    case 'gift':
      return {
        text: event.body.name,
        count: event.body.count,
        ...(event.body.combo === undefined ? {} : { comboId: event.body.combo.id }),
      };
    case 'superchat':
      return { text: event.body.text };
    case 'membership':
      return { text: event.body.name, count: event.body.months, code: event.body.source };
    case 'held':
      return {
        text: event.body.text,
        messageId: event.body.messageId,
        code: event.body.resolution ?? 'pending',
      };
    case 'unban_request':
      return { text: event.body.text, code: event.body.status };
    case 'like':
      return { text: '', count: event.body.count };
    case 'raid':
      return { text: event.body.fromRoom, count: event.body.viewers };
    case 'mod_action':
      return {
        text: event.body.reason ?? '',
        code: event.body.action,
        ...(event.target === undefined ? {} : { target: event.target.name }),
        ...(event.body.messageId === undefined ? {} : { messageId: event.body.messageId }),
        ...countOf(event.body.durationSec ?? event.body.value),
      };
    case 'gap':
      return {
        text: event.body.reason,
        gap: { fromAt: event.body.fromAt, toAt: event.body.toAt, estimate: event.body.estimate },
      };
    case 'system':
      return { text: event.body.text ?? '', code: event.body.code };
    case 'stream_state':
      return { text: event.body.title ?? '', code: event.body.live ? 'live' : 'offline' };
    case 'unknown':
      return { text: event.body.nativeKind };
    case 'enter':
    case 'follow':
    case 'share':
      return { text: event.body.text ?? '' };
    case 'room_state':
      return { text: '' };
  }
}
