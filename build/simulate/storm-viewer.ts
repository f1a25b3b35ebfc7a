import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ViewerClient } from '../../shared/api/viewer.ts';
import type { MessageView } from '../../shared/support/views.ts';
import { judge, type Page, type Talk, type Tally } from './storm-judge.ts';
import { open } from './storm-lines.ts';
import type { StormOptions } from './support-storm.ts';

/** Says numbered things, each until it is acknowledged, over whatever line there is; now and then begins anew. */
export async function viewerLife(
  page: Page,
  base: string,
  roomId: string,
  options: StormOptions,
  state: { readonly stopping: boolean; readonly quiet: boolean },
  tally: Tally,
  onAnswer: (sentAt: number, at: number) => void,
): Promise<void> {
  let pending: { readonly id: string; readonly text: string } | null = null;
  while (!state.stopping) {
    let line: Awaited<ReturnType<typeof open>> | null = null;
    try {
      line = await open(`${base}/support/rpc`, {
        protocols:
          page.session === undefined
            ? ['changkong.support']
            : ['changkong.support', `session.${page.session}`],
      });
      const client: ViewerClient = createORPCClient(
        new RPCLink({ websocket: line as unknown as globalThis.WebSocket }),
      );
      page.socket = line;
      if (page.session === undefined) {
        page.session = (await client.open({ roomId })).session;
        continue;
      }
      page.talk ??= newTalk((await client.start({ id: randomUUID(), topic: 'gift' })).id, options.turnSec);
      const { talk } = page;
      const conversationId = talk.id;
      page.steadySince = Date.now();
      const reading = (async () => {
        for await (const frame of await client.feed({ conversationId, after: talk.rev })) {
          if (frame.kind !== 'messages') continue;
          talk.rev = frame.rev;
          for (const message of frame.messages) keep(talk, message, onAnswer);
        }
      })();
      reading.catch(() => undefined);
      while (line.readyState === line.OPEN && !state.stopping) {
        await sleep(Math.random() * 2_000 * options.pauseSec);
        if (state.quiet && pending === null) continue;
        if (pending === null && Date.now() > talk.endsAt) {
          await finish(page, talk, client, tally);
          break;
        }
        pending ??= { id: randomUUID(), text: `${page.name}#${page.number}` };
        await client.send({ conversationId, id: pending.id, body: { kind: 'text', text: pending.text } });
        talk.said.push(pending.text);
        page.number += 1;
        pending = null;
      }
    } catch {
      await sleep(100 + Math.random() * 400);
    } finally {
      // The feed ends with its line.
      line?.terminate();
    }
  }
}

function newTalk(id: string, turnSec: number): Talk {
  // Not all of them at once: the first ends are spread.
  const endsAt = Date.now() + turnSec * 1_000 * (0.5 + Math.random());
  return { id, said: [], held: new Map(), fresh: [], endsAt, rev: 0, doubled: 0 };
}

/** Ends a conversation, waits until the page has it all, and compares the page with the hub. */
async function finish(page: Page, talk: Talk, client: ViewerClient, tally: Tally): Promise<void> {
  const conversationId = talk.id;
  const status = await client.close({ conversationId }).catch((error: { readonly code?: string }) => {
    // Closed already, when the answer to the first try was lost.
    if (error.code !== 'invalid') throw error;
    return undefined;
  });
  if (status !== undefined && status.state !== 'closed') return;
  let whole = await client.messages({ conversationId, after: 0 });
  for (let wait = 0; wait < 40 && talk.rev < whole.rev; wait += 1) {
    await sleep(100);
    whole = await client.messages({ conversationId, after: 0 });
  }
  if (talk.rev < whole.rev) throw new Error('the page is behind: try again on a new line');
  judge(talk, whole.messages, tally);
  delete page.talk;
}

function keep(talk: Talk, message: MessageView, onAnswer: (sentAt: number, at: number) => void): void {
  const before = talk.held.get(message.id);
  if (before !== undefined && before.rev >= message.rev) talk.doubled += 1;
  talk.held.set(message.id, message);
  if (before !== undefined) return;
  talk.fresh.push(message.seq);
  const sentAt =
    message.body.kind === 'text' && message.from.kind === 'agent'
      ? Number(message.body.text.split('@')[1])
      : Number.NaN;
  if (!Number.isNaN(sentAt)) onAnswer(sentAt, Date.now());
}
