import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Conversation } from '../../shared/support/conversation.ts';
import { staffClient } from './storm-lines.ts';

/** Answers each of a viewer's messages once: the id of the answer is made from the question's. */
export async function agentLife(
  session: string,
  base: string,
  state: { readonly stopping: boolean },
  answers: { count: number },
  onLine: (line: WebSocket) => void,
): Promise<void> {
  const done = new Set<string>();
  const seen = new Map<string, number>();
  while (!state.stopping) {
    let line: WebSocket | null = null;
    try {
      const made = await staffClient(base, session);
      line = made.socket;
      onLine(line);
      const { client } = made;
      const { member } = await client.session.hello({});
      await client.support.setState({ state: 'online' });
      const look = async (row: Conversation): Promise<void> => {
        if (row.offer?.to.id === member.id) {
          await client.support.accept({ conversationId: row.id });
          return;
        }
        if (row.agent?.id !== member.id || row.state !== 'active') return;
        const from = seen.get(row.id) ?? 0;
        for (const message of await client.support.messages({
          conversationId: row.id,
          afterSeq: from,
          limit: 500,
        })) {
          if (message.from.kind === 'viewer' && !done.has(message.id)) {
            await client.support.send({
              conversationId: row.id,
              id: answerId(message.id),
              body: { kind: 'text', text: `回复 ${message.id}@${Date.now()}` },
            });
            done.add(message.id);
            answers.count += 1;
          }
          seen.set(row.id, Math.max(seen.get(row.id) ?? 0, message.seq));
        }
      };
      for await (const frame of await client.support.feed({})) {
        const rows =
          frame.kind === 'snapshot'
            ? frame.rows
            : frame.changes.flatMap((change) => (change.kind === 'conversation' ? [change.row] : []));
        for (const { conversation } of rows)
          await look(conversation).catch((error: { readonly code?: string }) => {
            if (error.code !== 'conflict') throw error;
          });
      }
    } catch {
      await sleep(200 + Math.random() * 300);
    } finally {
      // The feed ends with its line.
      line?.terminate();
    }
  }
}

function answerId(id: string): string {
  const hash = createHash('sha256').update(id).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
