import type { RuleTrial } from '../../../shared/api/ticket-views.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { TicketRule } from '../../../shared/domain/ticket-desk.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import { rulesFor } from '../../../shared/support/ticket-rules.ts';
import type { Store } from '../../store/store.ts';

/** Moments looked at, and conversations named in the answer, at most. */
const MOST_MOMENTS = 300;
const MOST_NAMED = 20;

/** What a rule would have opened of the newest moments it looks at, as far as the rooms may be seen; opens nothing. */
export async function tryRule(
  deps: {
    readonly store: Pick<Store, 'list' | 'get'>;
    readonly conversation: (id: string) => Promise<Result<Conversation>>;
    readonly messagesOf: (id: string) => Promise<readonly Message[]>;
    readonly sees: (roomId: string) => boolean;
    /** What its viewer wrote is veiled: no word is tried on it. */
    readonly isPrivate: (row: Conversation) => boolean;
  },
  rule: TicketRule,
): Promise<RuleTrial> {
  const moments = await deps.store.list({
    table: 'traces',
    where: { category: rule.at },
    order: 'newest',
    limit: MOST_MOMENTS,
  });
  const asks = { words: rule.when.some((condition) => condition.kind === 'words') };
  const seen = new Set<string>();
  const hits = new Map<string, RuleTrial['rows'][number]>();
  for (const trace of moments.rows) {
    const id = trace.conversationId;
    if (id === undefined) continue;
    const found = await deps.conversation(id);
    if (!found.ok || !deps.sees(found.value.roomId)) continue;
    const conversation = found.value;
    if (asks.words && deps.isPrivate(conversation)) continue;
    seen.add(id);
    const texts = asks.words ? saidUntil(await deps.messagesOf(id), trace.at) : [];
    const rating = rule.at === 'rated' ? await deps.store.get('ratings', id) : null;
    const score = rating === null ? {} : { score: rating.score };
    if (rulesFor([{ ...rule, enabled: true }], rule.at, { conversation, texts, ...score }).length === 0)
      continue;
    const { number, topic } = conversation;
    hits.set(id, { conversationId: id, number, topic, at: trace.at });
  }
  return { looked: seen.size, hits: hits.size, rows: [...hits.values()].slice(0, MOST_NAMED) };
}

/** What the viewer had written by then. */
function saidUntil(messages: readonly Message[], at: number): readonly string[] {
  return messages.flatMap((message) =>
    message.at <= at && message.from.kind === 'viewer' && message.body.kind === 'text'
      ? [message.body.text]
      : [],
  );
}
