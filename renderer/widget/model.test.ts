import { describe, expect, it } from 'vitest';
import type { ViewerClient } from '../../shared/api/viewer.ts';
import type { MessageView, ViewerFrame, ViewerStatus } from '../../shared/support/views.ts';
import { said } from '../talk/talk.fixture.ts';
import type { LineListener } from './line.ts';
import { createWidget } from './model.ts';

const STATUS: ViewerStatus = {
  id: 'c',
  number: 1,
  state: 'bot',
  isOpenNow: true,
  staffReadSeq: 0,
  canRate: false,
  rated: false,
  managerLeft: 2,
};

/** A small hub in memory that stores by id and feeds by rev; its line can be cut. */
function memoryHub() {
  const stored: MessageView[] = [];
  const starts: string[] = [];
  const sends: string[] = [];
  let listener: LineListener | null = null;
  let isUp = false;
  let wake: (() => void)[] = [];
  const up = <T>(value: () => T): Promise<T> =>
    isUp ? Promise.resolve(value()) : Promise.reject(new Error('down'));
  async function* feed(after: number, signal: AbortSignal | undefined): AsyncGenerator<ViewerFrame> {
    let from = after;
    while (isUp && signal?.aborted !== true) {
      const news = stored.filter((message) => message.rev > from);
      if (news.length > 0) {
        from = Math.max(...news.map((message) => message.rev));
        yield { kind: 'messages', rev: from, messages: news };
      } else await new Promise<void>((resolve) => wake.push(resolve));
    }
    throw new Error('cut');
  }
  const ring = () => {
    const all = wake;
    wake = [];
    for (const one of all) one();
  };
  const store = (id: string, kind: 'viewer' | 'agent'): MessageView => {
    const known = stored.find((message) => message.id === id);
    if (known !== undefined) return known;
    const made = said(id, stored.length + 1, stored.length + 1, kind);
    stored.push(made);
    ring();
    return made;
  };
  const client = {
    start: ({ id, person }: { id: string; person: boolean }) =>
      up(() => {
        starts.push(person ? `${id}, a person` : id);
        return STATUS;
      }),
    send: ({ id }: { id: string }) =>
      up(() => {
        sends.push(id);
        return store(id, 'viewer');
      }),
    feed: ({ after }: { after: number }, options: { signal?: AbortSignal }) =>
      up(() => feed(after, options.signal)),
    read: () => up(() => ({})),
  } as unknown as ViewerClient;
  return {
    stored,
    starts,
    sends,
    agentSays: (id: string) => store(id, 'agent'),
    line: () => ({
      client,
      retryNow: () => undefined,
      start: (heard: LineListener) => {
        listener = heard;
        return () => undefined;
      },
    }),
    open: () => {
      isUp = true;
      listener?.opened();
    },
    cut: () => {
      isUp = false;
      listener?.lost();
      ring();
    },
  };
}

function widgetOver(hub: ReturnType<typeof memoryHub>, kept = new Map<string, string>()) {
  let ids = 0;
  return createWidget({
    openSession: async () => ({
      kind: 'opened',
      session: {
        session: 's',
        expiresAt: 1,
        viewer: { id: 'v', name: 'v', signed: false, vip: 0, language: 'zh' },
        roomName: 'r',
        isOpenNow: true,
      },
    }),
    line: hub.line,
    upload: async () => ({ kind: 'unreachable' }),
    now: () => 1,
    newId: () => {
      ids += 1;
      return `id${ids}`;
    },
    chance: () => 0,
    after: (_, run) => void setTimeout(run, 0),
    keep: { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) },
  });
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the widget over a line that breaks', () => {
  it('keeps what is said while down, and sends each once when it is back, after one start', async () => {
    const hub = memoryHub();
    const kept = new Map<string, string>();
    const widget = widgetOver(hub, kept);
    await widget.start({});
    widget.say('一');
    widget.say('二');
    expect([
      widget.store.getState().outbox.map((one) => one.state),
      kept.get('outbox')?.includes('二'),
    ]).toEqual([['waiting', 'waiting'], true]);
    hub.open();
    await settle();
    hub.cut();
    widget.say('三');
    hub.agentSays('answer');
    await settle();
    hub.open();
    await settle();
    const state = widget.store.getState();
    widget.stop();
    expect({
      starts: new Set(hub.starts).size,
      stored: hub.stored.length,
      shown: state.log.messages.map((message) => message.seq),
      outbox: state.outbox,
      rev: state.log.rev,
    }).toEqual({ starts: 1, stored: 4, shown: [1, 2, 3, 4], outbox: [], rev: 4 });
  });

  it('remembers that a person was asked for before the line was open', async () => {
    const hub = memoryHub();
    const widget = widgetOver(hub);
    await widget.start({});
    await widget.person();
    await widget.person();
    const before = [...hub.starts];
    hub.open();
    await settle();
    hub.cut();
    hub.open();
    await settle();
    const { notice, conversationId } = widget.store.getState();
    widget.stop();
    expect({ before, starts: hub.starts, notice, conversationId }).toEqual({
      before: [],
      starts: ['id1, a person'],
      notice: undefined,
      conversationId: 'c',
    });
  });

  it('sends after a reload what was kept before it', async () => {
    const kept = new Map<string, string>();
    const first = widgetOver(memoryHub(), kept);
    await first.start({});
    first.say('还在');
    const hub = memoryHub();
    const second = widgetOver(hub, kept);
    await second.start({});
    hub.open();
    await settle();
    second.stop();
    expect([hub.stored.length, second.store.getState().outbox]).toEqual([1, []]);
  });
});
