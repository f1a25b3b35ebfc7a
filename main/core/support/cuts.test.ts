import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../shared/support/views.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

let test: SupportTest;
beforeAll(async () => {
  test = await startSupportTest();
  await test.agent.support.setState({ state: 'online' });
  const { agents } = test.core.services.support.state;
  const agent = [...agents.values()][0];
  if (agent !== undefined)
    await test.supervisor.support.saveAgent({
      ...agent,
      capacity: 50,
      languages: [...agent.languages],
      groups: [...agent.groups],
      skills: [...agent.skills],
    });
});
afterAll(() => test.core.close());

type Frame = { readonly kind: string; readonly rev?: number; readonly messages?: readonly MessageView[] };

/** A page with a line that can be cut: it keeps what it got, and comes back with the highest revision it has. */
function page(open: (after: number) => Promise<AsyncIterable<Frame>>) {
  const held = new Map<string, MessageView>();
  const seen = { rev: 0, doubled: 0, order: [] as number[] };
  let line: { cut: boolean; done: Promise<void>; iterator?: AsyncIterator<Frame> } | null = null;
  const connect = (): void => {
    const mine: NonNullable<typeof line> = { cut: false, done: Promise.resolve() };
    line = mine;
    mine.done = (async () => {
      const iterator = (await open(seen.rev))[Symbol.asyncIterator]();
      mine.iterator = iterator;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        // What came after the cut never reached the page.
        if (mine.cut) break;
        for (const message of next.value.messages ?? []) {
          const before = held.get(message.id);
          if (before !== undefined && before.rev >= message.rev) seen.doubled += 1;
          if (before === undefined) seen.order.push(message.seq);
          held.set(message.id, message);
        }
        seen.rev = Math.max(seen.rev, next.value.rev ?? 0);
      }
      await iterator.return?.();
    })();
  };
  const cut = (): void => {
    if (line === null) return;
    line.cut = true;
    void line.iterator?.return?.();
    line = null;
  };
  return { held, seen, connect, cut };
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('viewer' as const), again: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('agent' as const), again: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cut viewer' as const, 'cut agent' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('viewer back' as const, 'agent back' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('recall' as const, 'read' as const, 'note' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('breathe' as const) }) },
);

describe('lines that break', () => {
  it('K1 lose nothing, double nothing and change no order, for the viewer and for the agent', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        run += 1;
        const { client } = await test.viewer(`cut${run}`);
        const { id: conversationId } = await client.start({ id: crypto.randomUUID() });
        await test.core.services.support.routing.run();
        const { support } = test.agent;
        const viewer = page((after) => client.feed({ conversationId, after }));
        const agent = page((after) => support.talk({ conversationId, after }));
        viewer.connect();
        agent.connect();
        const said: Record<'viewer' | 'agent', string[]> = { viewer: [], agent: [] };
        const recalled = new Set<string>();
        for (const each of steps)
          switch (each.do) {
            case 'viewer':
            case 'agent': {
              const id = crypto.randomUUID();
              const message = {
                conversationId,
                id,
                body: { kind: 'text' as const, text: `${said[each.do].length}` },
              };
              const send = () => (each.do === 'viewer' ? client.send(message) : support.send(message));
              // The answer was lost: the same message is sent again, perhaps while the first is still at work.
              await Promise.all(each.again ? [send(), send()] : [send()]);
              if (each.again) await send();
              said[each.do].push(id);
              break;
            }
            case 'cut viewer':
              viewer.cut();
              break;
            case 'cut agent':
              agent.cut();
              break;
            case 'viewer back':
              viewer.cut();
              viewer.connect();
              break;
            case 'agent back':
              agent.cut();
              agent.connect();
              break;
            case 'recall': {
              const id = said.viewer.at(-1);
              if (id === undefined) break;
              await client.recall({ conversationId, messageId: id });
              recalled.add(id);
              break;
            }
            case 'read':
              await client.read({ conversationId, seq: 1_000 });
              await support.read({ conversationId, seq: 1_000 });
              break;
            case 'note':
              await support.send({
                conversationId,
                id: crypto.randomUUID(),
                audience: 'staff',
                body: { kind: 'text', text: 'note' },
              });
              break;
            case 'breathe':
              await new Promise((resolve) => setImmediate(resolve));
          }
        viewer.cut();
        agent.cut();
        viewer.connect();
        agent.connect();
        const kept = await support.messages({ conversationId, limit: 500 });
        const all = kept.filter((message) => message.audience === 'all');
        const highest = (rows: readonly MessageView[]): number => Math.max(0, ...rows.map((row) => row.rev));
        await test.until(() => viewer.seen.rev >= highest(all) && agent.seen.rev >= highest(kept));
        viewer.cut();
        agent.cut();
        const shape = (rows: Iterable<MessageView>) =>
          [...rows]
            .sort((left, right) => left.seq - right.seq)
            .map((row) => [row.seq, row.rev, row.id, row.body.kind]);
        const idsOf = (from: string) =>
          kept.filter((row) => row.from.kind === from && row.audience === 'all').map((row) => row.id);
        expect({
          viewer: shape(viewer.held.values()),
          agent: shape(agent.held.values()),
          seqs: kept.map((row) => row.seq),
          said: [idsOf('viewer'), idsOf('agent')],
          recalled: kept.filter((row) => row.body.kind === 'recalled').map((row) => row.id),
          doubled: [viewer.seen.doubled, agent.seen.doubled],
          sorted: [viewer, agent].map(({ seen }) =>
            seen.order.every((seq, at) => at === 0 || seq > (seen.order[at - 1] ?? 0)),
          ),
        }).toEqual({
          viewer: shape(all),
          agent: shape(kept),
          seqs: kept.map((_, index) => index + 1),
          said: [said.viewer, said.agent],
          recalled: said.viewer.filter((id) => recalled.has(id)),
          doubled: [0, 0],
          sorted: [true, true],
        });
        await support.close({ conversationId });
      }),
      { numRuns: 40 },
    );
  });

  it('K2 would show what comes twice: a page that forgets how far it was sees it again', async () => {
    const { client } = await test.viewer('forgetful');
    const { id: conversationId } = await client.start({ id: crypto.randomUUID() });
    const forgetful = page(() => client.feed({ conversationId, after: 0 }));
    forgetful.connect();
    await test.until(() => forgetful.held.size > 0);
    forgetful.cut();
    forgetful.connect();
    await test.until(() => forgetful.seen.doubled > 0);
    forgetful.cut();
    expect(forgetful.seen.doubled).toBeGreaterThan(0);
  });
});
