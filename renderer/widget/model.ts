import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Topic } from '../../shared/support/conversation.ts';
import type { ViewerFrame, ViewerStatus } from '../../shared/support/views.ts';
import { followFeed } from '../state/feed.ts';
import { deliver, sentOf } from '../talk/deliver.ts';
import { EMPTY_LOG, lastSeqFrom, takeAnswer } from '../talk/log.ts';
import { amend, drop, enqueue, keepable, type Pending, readKept } from '../talk/outbox.ts';
import { createSender } from '../talk/sender.ts';
import type { Uploaded } from '../talk/upload.ts';
import { attempt, type Outcome } from './attempt.ts';
import type { ViewerLine } from './line.ts';
import type { OpenContext } from './params.ts';
import type { Opened } from './session.ts';
import { NEW_WIDGET, takeViewerFrame, type WidgetState } from './state.ts';

/** What the widget needs of the world. */
export interface WidgetWorld {
  readonly openSession: (input: {
    readonly token?: string | undefined;
    readonly session?: string | undefined;
  }) => Promise<Opened>;
  readonly line: (session: () => string) => ViewerLine;
  readonly upload: (options: {
    readonly session: string;
    readonly conversationId: string;
    readonly bytes: Blob;
    readonly durationMs?: number | undefined;
    readonly progress: (share: number) => void;
  }) => Promise<Uploaded>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly chance: () => number;
  readonly after: (ms: number, run: () => void) => void;
  readonly keep: {
    readonly read: (name: string) => string | null;
    readonly write: (name: string, text: string) => void;
  };
}

export type WidgetModel = ReturnType<typeof createWidget>;

/** A viewer's talk with the desk, over a line that may be lost and come back. */
export function createWidget(world: WidgetWorld) {
  const store: StoreApi<WidgetState> = createStore<WidgetState>(() => ({
    ...NEW_WIDGET,
    outbox: readKept(world.keep.read('outbox')),
  }));
  const get = store.getState;
  const set = (change: Partial<WidgetState>) => store.setState(change);
  const files = new Map<string, Blob>();
  let token: string | undefined;
  let topic: Topic = 'other';
  let startId = world.newId();
  let told = { seq: 0, read: false };
  /** She asked for a person before the line was open: done as soon as it is. */
  let wantsPerson = false;
  let following: AbortController | null = null;
  let stopLine = () => {};

  const session = () => {
    const { stage } = get();
    return stage.kind === 'ready' ? stage.session.session : '';
  };
  const line = world.line(session);
  const { client } = line;

  const enter = async (): Promise<void> => {
    const kept = world.keep.read('session') || undefined;
    const answer = await world.openSession({ token, session: kept });
    if (answer.kind === 'refused') {
      // A kept session that ran out: once more without it.
      if (answer.code === 'unauthenticated' && kept !== undefined) {
        world.keep.write('session', '');
        return enter();
      }
      return set({ stage: { kind: 'refused', code: answer.code } });
    }
    world.keep.write('session', answer.session.session);
    set({ stage: { kind: 'ready', session: answer.session } });
    if (answer.session.conversationId !== undefined) follow(answer.session.conversationId);
    stopLine();
    stopLine = line.start({
      opened: () => {
        set({ line: 'open' });
        if (wantsPerson) void toPerson();
        else if (get().context !== undefined && get().conversationId === undefined) void begin();
        sender.pump();
        tellRead();
      },
      lost: () => {
        set({ line: 'lost', botDraft: '' });
        sender.lost();
      },
      refused: () => void enter(),
    });
  };

  const begin = async (person = false): Promise<Outcome<ViewerStatus>> => {
    const { context } = get();
    const answer = await attempt(
      client.start({ id: startId, topic, person, ...(context === undefined ? {} : { context }) }),
    );
    if (answer.ok) {
      set({ status: answer.value });
      follow(answer.value.id);
    }
    return answer;
  };

  const follow = (conversationId: string): void => {
    if (get().conversationId === conversationId) return;
    following?.abort();
    const end = new AbortController();
    following = end;
    told = { seq: 0, read: false };
    set({ conversationId, log: EMPTY_LOG });
    void followFeed<ViewerFrame>({
      signal: end.signal,
      open: (_, signal) => client.feed({ conversationId, after: get().log.rev }, { signal }),
      position: () => undefined,
      take: (frame) => {
        store.setState(takeViewerFrame(get(), frame), true);
        if (frame.kind === 'messages') tellRead();
        return 'taken';
      },
      ready: (signal) => whenOpen(store, signal),
      pause: (ms, signal) =>
        new Promise((resolve) => {
          world.after(ms, resolve);
          signal.addEventListener('abort', () => resolve(), { once: true });
        }),
      chance: world.chance,
    });
  };

  let isWatched = false;
  /** Tells the desk what arrived, and what was seen. */
  const tellRead = (): void => {
    const { conversationId, log, line: state } = get();
    const seq = lastSeqFrom(log, (message) => message.from.kind !== 'viewer');
    if (conversationId === undefined || state !== 'open' || seq === 0) return;
    if (seq < told.seq || (seq === told.seq && (told.read || !isWatched))) return;
    told = { seq, read: isWatched };
    void attempt(client.read({ conversationId, seq, read: isWatched })).then((answer) => {
      if (!answer.ok && told.seq === seq) told = { seq: 0, read: false };
    });
  };

  const sender = createSender({
    read: () => get().outbox,
    write: (outbox) => {
      set({ outbox });
      world.keep.write('outbox', keepable(outbox));
    },
    stored: (message) => set({ log: takeAnswer(get().log, message) }),
    after: world.after,
    isOpen: () => get().line === 'open',
    send: async (pending) => {
      if (get().conversationId === undefined) {
        const begun = await begin();
        if (!begun.ok) return sentOf(begun.code, begun.retryAt, world.now());
      }
      const conversationId = get().conversationId;
      if (conversationId === undefined) return { kind: 'unreachable' };
      return deliver(pending, {
        files,
        read: () => get().outbox,
        write: (outbox) => set({ outbox }),
        upload: (bytes, durationMs, progress) =>
          world.upload({ session: session(), conversationId, bytes, durationMs, progress }),
        send: async (body) => {
          const answer = await attempt(client.send({ conversationId, id: pending.id, body }));
          // Blocked meanwhile: a new session says why and until when.
          if (!answer.ok && answer.code === 'blocked') void enter();
          return answer.ok
            ? { kind: 'stored', message: answer.value }
            : sentOf(answer.code, answer.retryAt, world.now());
        },
      });
    },
  });

  const put = (pending: Pending): void => {
    set({ outbox: enqueue(get().outbox, pending) });
    world.keep.write('outbox', keepable(get().outbox));
    sender.pump();
  };
  const entry = (body: Pending['body'], id = world.newId()): Pending => ({
    id,
    at: world.now(),
    audience: 'all',
    state: 'waiting',
    body,
  });

  /** A call about the conversation; its faults are told once. */
  const ask = async <T>(call: (conversationId: string) => Promise<T>): Promise<Outcome<T>> => {
    const { conversationId } = get();
    if (conversationId === undefined) return { ok: false, code: 'not_found' };
    const answer = await attempt(call(conversationId));
    if (!answer.ok) set({ notice: answer.code });
    return answer;
  };
  const askStatus = async (call: (conversationId: string) => Promise<ViewerStatus>): Promise<void> => {
    const answer = await ask(call);
    if (answer.ok) set({ status: answer.value });
  };

  const toPerson = async (): Promise<void> => {
    wantsPerson = false;
    if (get().conversationId !== undefined)
      return askStatus((conversationId) => client.person({ conversationId }));
    const begun = await begin(true);
    if (!begun.ok) set({ notice: begun.code });
  };

  return {
    store,
    /** Opens the session and the line. */
    start: (with_: { readonly token?: string | undefined; readonly context?: OpenContext | undefined }) => {
      token = with_.token ?? token;
      if (with_.context !== undefined) set({ context: with_.context });
      set({ stage: { kind: 'starting' } });
      return enter();
    },
    /** Opened again from another notice: a conversation that is open keeps its course. */
    refer: (context: OpenContext) => {
      set({ context });
      if (get().conversationId === undefined && get().line === 'open') void begin();
    },
    retryNow: () => line.retryNow(),
    say: (text: string, about?: Topic) => {
      if (about !== undefined) topic = about;
      if (text.trim() !== '') put(entry({ kind: 'text', text: text.trim() }));
    },
    sendFile: (
      file: 'picture' | 'voice',
      bytes: Blob,
      preview: string,
      clip?: { readonly durationMs: number; readonly waveform: readonly number[] },
    ) => {
      const id = world.newId();
      files.set(id, bytes);
      put(
        entry(
          {
            kind: 'file',
            file,
            preview,
            waveform: clip?.waveform ?? [],
            progress: 0,
            ...(clip === undefined ? {} : { durationMs: clip.durationMs }),
          },
          id,
        ),
      );
    },
    resend: (id: string) => {
      set({ outbox: amend(get().outbox, id, (one) => ({ ...one, state: 'waiting', fault: undefined })) });
      sender.pump();
    },
    giveUp: (id: string) => {
      files.delete(id);
      set({ outbox: drop(get().outbox, id) });
      world.keep.write('outbox', keepable(get().outbox));
    },
    person: async () => {
      wantsPerson = get().line !== 'open';
      if (!wantsPerson) await toPerson();
    },
    manager: () =>
      askStatus((conversationId) => client.manager({ conversationId, id: world.newId(), text: '' })),
    helped: (messageId: string, helped: boolean) =>
      askStatus((conversationId) => client.helped({ conversationId, messageId, helped })),
    recall: async (messageId: string) => {
      const answer = await ask((conversationId) => client.recall({ conversationId, messageId }));
      if (answer.ok) set({ log: takeAnswer(get().log, answer.value) });
    },
    rate: async (score: number, text: string) => {
      const answer = await ask((conversationId) =>
        client.rate({ conversationId, score, ...(text.trim() === '' ? {} : { text: text.trim() }) }),
      );
      const { status } = get();
      if (answer.ok && status !== undefined) set({ status: { ...status, rated: true, canRate: false } });
      return answer.ok;
    },
    /** Her one objection to a block. */
    appeal: async (text: string) => {
      const answer = await attempt(client.appeal({ text }));
      const { stage } = get();
      if (!answer.ok) set({ notice: answer.code });
      else if (stage.kind === 'ready')
        set({ stage: { ...stage, session: { ...stage.session, blocked: answer.value } } });
    },
    end: () => askStatus((conversationId) => client.close({ conversationId })),
    again: () => {
      wantsPerson = false;
      following?.abort();
      following = null;
      startId = world.newId();
      topic = 'other';
      set({ conversationId: undefined, status: undefined, context: undefined, log: EMPTY_LOG, botDraft: '' });
    },
    typing: () => {
      const { conversationId, line: state } = get();
      if (conversationId !== undefined && state === 'open') void attempt(client.typing({ conversationId }));
    },
    /** A call now and then: a line that died in silence is found, and opened again. */
    probe: () => {
      const { conversationId, line: state } = get();
      if (conversationId !== undefined && state === 'open')
        void attempt(client.read({ conversationId, seq: told.seq, read: told.read }));
    },
    /** Whether somebody looks at the widget now. */
    watched: (now: boolean) => {
      isWatched = now;
      if (now) tellRead();
    },
    notice: (code: string | undefined) => set({ notice: code }),
    stop: () => {
      following?.abort();
      stopLine();
    },
  };
}

function whenOpen(store: StoreApi<WidgetState>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || store.getState().line === 'open') return resolve();
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = store.subscribe((state) => {
      if (state.line === 'open') done();
    });
    signal.addEventListener('abort', done);
  });
}
