import type { WebSocket } from 'ws';
import type { MessageView } from '../../shared/support/views.ts';
import { staffClient } from './storm-lines.ts';

/** One conversation as a viewer's page knows it. */
export interface Talk {
  readonly id: string;
  readonly said: string[];
  readonly held: Map<string, MessageView>;
  readonly fresh: number[];
  readonly endsAt: number;
  rev: number;
  doubled: number;
}

export interface Page {
  readonly name: string;
  session?: string;
  talk?: Talk;
  socket?: WebSocket;
  /** Numbers of messages, over all conversations. */
  number: number;
  /** Lines were not whole before this moment. */
  steadySince: number;
}

/** What was found wrong so far, and how much was looked at. */
export interface Tally {
  lost: number;
  doubled: number;
  disordered: number;
  different: number;
  said: number;
  conversations: number;
}

/** Compares what the hub has of a conversation (as its viewer may see it) with what was said and with what the page holds. */
export function judge(talk: Talk, kept: readonly MessageView[], tally: Tally): void {
  const said = kept.flatMap((message) =>
    message.from.kind === 'viewer' && message.body.kind === 'text' ? [message.body.text] : [],
  );
  tally.conversations += 1;
  tally.said += talk.said.length;
  const known = new Set(said);
  tally.lost += talk.said.filter((text) => !known.has(text)).length;
  tally.doubled += said.length - known.size + talk.doubled;
  const numbers = said.map((text) => Number(text.split('#')[1]));
  tally.disordered += numbers.filter(
    (value, index) => index > 0 && value <= (numbers[index - 1] ?? -1),
  ).length;
  tally.disordered += kept.filter((message, index) => message.seq <= (kept[index - 1]?.seq ?? 0)).length;
  tally.disordered += talk.fresh.filter(
    (seq, index) => index > 0 && seq <= (talk.fresh[index - 1] ?? 0),
  ).length;
  const theirs = new Set(kept.map((message) => message.id));
  tally.different += [...theirs].filter((id) => !talk.held.has(id)).length;
  tally.different += [...talk.held.keys()].filter((id) => !theirs.has(id)).length;
}

/** Conversations that are open at the end, as the owner of the hub sees them. */
export async function judgeRest(
  pages: readonly Page[],
  base: string,
  session: string,
  tally: Tally,
): Promise<void> {
  const { client, socket } = await staffClient(base, session);
  for (const { talk } of pages) {
    if (talk === undefined) continue;
    const kept: MessageView[] = [];
    for (;;) {
      const next = await client.support.messages({
        conversationId: talk.id,
        afterSeq: kept.length,
        limit: 500,
      });
      if (next.length === 0) break;
      kept.push(...next);
    }
    // The places of a conversation have no holes, whoever may see which.
    tally.disordered += kept.filter((message, index) => message.seq !== index + 1).length;
    judge(
      talk,
      kept.filter((message) => message.audience === 'all'),
      tally,
    );
  }
  socket.terminate();
}
