import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ApiClient } from '../../shared/api/client.ts';
import type { SupportFrame } from '../../shared/support/views.ts';
import { conversationOf, rowOf } from '../pages/support/conversation.fixture.ts';
import { said } from '../talk/talk.fixture.ts';
import type { ApiConnection, ConnectionState } from '../transport/connection.ts';
import { applySupport, EMPTY_SUPPORT, learnConversation } from './support-desk.ts';
import { createTalks, takeTalkFrame } from './talks.ts';

const gauges = {
  waiting: 1,
  active: 0,
  withBot: 0,
  agentsOnline: 1,
  freePlaces: 2,
  longestWaitMs: 5,
  isOpenNow: true,
};
const snapshot: SupportFrame = {
  kind: 'snapshot',
  position: { epoch: 'e', offset: 3 },
  rows: [rowOf('a', { version: 2 })],
  agents: [],
  gauges,
};
const batch = (offset: number, version: number, epoch = 'e'): SupportFrame => ({
  kind: 'batch',
  position: { epoch, offset },
  changes: [{ kind: 'conversation', row: rowOf('a', { version, state: 'active' }) }],
});

describe('the support desk’s state', () => {
  const known = applySupport(EMPTY_SUPPORT, snapshot);

  it.each<[string, SupportFrame, string | undefined]>([
    ['a newer version', batch(4, 3), 'active'],
    ['an older version', batch(4, 1), 'queued'],
    ['a frame already seen', batch(3, 9), 'queued'],
    ['another epoch', batch(4, 3, 'x'), undefined],
  ])('%s', (_, frame, expected) => {
    if (known === 'resync') throw new Error('a snapshot is taken');
    const next = applySupport(known, frame);
    expect(next === 'resync' ? undefined : next.rows.get('a')?.conversation.state).toBe(expected);
  });

  it('learns from an answer and keeps the last line', () => {
    if (known === 'resync') throw new Error('a snapshot is taken');
    const row = learnConversation(known, conversationOf('a', { version: 5, state: 'closed' })).rows.get('a');
    expect([row?.conversation.state, row?.lastText]).toEqual(['closed', 'a']);
  });
});

describe('conversations side by side', () => {
  const setUp = () => {
    const sent: { readonly conversationId: string; readonly id: string; readonly audience: string }[] = [];
    const state = createStore<ConnectionState>(() => ({ kind: 'lost', since: 0 }));
    const client = {
      support: {
        send: async (input: (typeof sent)[number]) => {
          sent.push(input);
          return said(input.id, sent.length, sent.length, 'agent');
        },
      },
    } as unknown as ApiClient;
    const connection: ApiConnection = {
      client,
      state,
      retryNow: () => undefined,
      restart: () => undefined,
      close: () => undefined,
    };
    let ids = 0;
    const talks = createTalks({
      connection,
      line: { schedule: () => () => undefined, follow: async () => undefined },
      upload: async () => ({ kind: 'unreachable' }),
      now: () => 1,
      newId: () => {
        ids += 1;
        return `id${ids}`;
      },
      after: () => undefined,
    });
    const open = () =>
      state.setState({
        kind: 'open',
        transport: 'hub',
        member: { id: 'm', name: '周', roles: ['agent'], paired: true },
      });
    return { sent, talks, open };
  };

  it('never mix drafts', () => {
    const { talks } = setUp();
    talks.of('a').setState({ draft: '给甲的' });
    talks.of('b').setState({ draft: '给乙的', audience: 'staff' });
    expect([
      talks.of('a').getState().draft,
      talks.of('b').getState().draft,
      talks.of('a').getState().audience,
    ]).toEqual(['给甲的', '给乙的', 'all']);
  });

  it('send what was said while down to where it belongs, once', async () => {
    const { sent, talks, open } = setUp();
    talks.say('a', '一', 'all');
    talks.say('b', '二', 'staff');
    expect(sent).toEqual([]);
    open();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([
      sent.map((one) => [one.conversationId, one.id, one.audience]),
      talks.of('a').getState().outbox,
      talks.of('b').getState().log.messages.length,
    ]).toEqual([
      [
        ['a', 'id1', 'all'],
        ['b', 'id2', 'staff'],
      ],
      [],
      1,
    ]);
  });

  it('take their feed in and let go of what arrived', () => {
    const { talks } = setUp();
    talks.say('a', '一', 'all');
    const next = takeTalkFrame(talks.of('a').getState(), {
      kind: 'messages',
      rev: 1,
      messages: [said('id1', 1, 1, 'agent')],
    });
    expect([next.outbox, next.log.rev]).toEqual([[], 1]);
  });
});
