import { countedMoney, type LiveEvent, textOf } from '../../../shared/domain/event.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';

/** One line of the result (DESIGN §7, `scan`), with the counted money where there is some. */
export function rowOf(line: number, event: LiveEvent, verdicts: readonly Verdict[]): string {
  const money = countedMoney(event);
  return JSON.stringify({
    line,
    eventId: event.eventId,
    kind: event.kind,
    /** Epoch ms; null where the input has no time. */
    at: event.occurredAt,
    actor: { id: event.actor?.id ?? null, name: event.actor?.name ?? '' },
    text: shownText(event),
    verdicts: verdicts.map(verdictOf),
    ...(money === undefined ? {} : { money }),
    ...(event.kind === 'membership' ? { memberships: event.body.count } : {}),
    ...(event.kind === 'unknown' ? { nativeKind: event.body.nativeKind } : {}),
  });
}

function shownText(event: LiveEvent): string {
  if (event.kind === 'system') return event.body.text ?? event.body.code;
  return event.kind === 'gift' ? `${event.body.name}×${event.body.count}` : textOf(event);
}

function verdictOf(verdict: Verdict) {
  const { category, score, flag, reasons, clusterId } = verdict;
  return {
    category,
    score: Math.round(score * 10_000) / 10_000,
    flag,
    reasons: reasons.map(({ code, text, span }) => ({ code, text, ...(span ? { span } : {}) })),
    ...(clusterId === undefined ? {} : { clusterId }),
  };
}
