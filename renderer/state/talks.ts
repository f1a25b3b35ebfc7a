import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dispose } from '../../shared/domain/effects.ts';
import type { Conversation } from '../../shared/support/conversation.ts';
import type { TalkFrame } from '../../shared/support/views.ts';
import { deliver, sentOf } from '../talk/deliver.ts';
import { EMPTY_LOG, type TalkLog, takeAnswer, takeFrame } from '../talk/log.ts';
import { amend, drop, enqueue, type Outbox, type Pending, withoutArrived } from '../talk/outbox.ts';
import { createSender, type Sender } from '../talk/sender.ts';
import type { Uploaded } from '../talk/upload.ts';
import { attempt } from '../transport/attempt.ts';
import type { ApiConnection } from '../transport/connection.ts';
import type { FeedLine } from './feed-line.ts';

/** One conversation as an agent works with it. It stays while others are open, draft and all. */
export interface Talk {
  readonly log: TalkLog;
  readonly outbox: Outbox;
  readonly draft: string;
  /** Who gets what is written: the viewer, or colleagues only. */
  readonly audience: 'all' | 'staff';
  readonly conversation?: Conversation | undefined;
  readonly typingUntil?: number | undefined;
  readonly lookers: readonly { readonly id: string; readonly name: string }[];
  /** Its content is veiled, but for the time I gave a reason for. */
  readonly isPrivate: boolean;
  readonly revealedUntil?: number | undefined;
  /** Grows when everything is asked for again. */
  readonly round: number;
}

const NEW_TALK: Talk = {
  log: EMPTY_LOG,
  outbox: [],
  draft: '',
  audience: 'all',
  lookers: [],
  isPrivate: false,
  round: 0,
};

export interface TalksOptions {
  readonly connection: ApiConnection;
  readonly line: FeedLine;
  readonly upload: (options: {
    readonly conversationId: string;
    readonly bytes: Blob;
    readonly durationMs?: number | undefined;
    readonly progress: (share: number) => void;
  }) => Promise<Uploaded>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly after: (ms: number, run: () => void) => void;
}

/** All conversations that were opened here. */
export interface Talks {
  readonly of: (conversationId: string) => StoreApi<Talk>;
  /** Follows its feed; the answer ends it. */
  readonly follow: (conversationId: string) => Dispose;
  /** Forgets what is shown and asks for it again: after masked content was revealed. */
  readonly refetch: (conversationId: string) => void;
  readonly say: (conversationId: string, text: string, audience: 'all' | 'staff') => void;
  readonly sendFile: (
    conversationId: string,
    file: 'picture' | 'voice',
    bytes: Blob,
    clip?: { readonly durationMs: number; readonly waveform: readonly number[] },
  ) => void;
  readonly resend: (conversationId: string, id: string) => void;
  readonly giveUp: (conversationId: string, id: string) => void;
  readonly learn: (conversationId: string, message: Parameters<typeof takeAnswer>[1]) => void;
}

interface Open {
  readonly store: StoreApi<Talk>;
  readonly sender: Sender;
  readonly files: Map<string, Blob>;
}

/** Makes the conversations over the page's line. */
export function createTalks(options: TalksOptions): Talks {
  const { connection } = options;
  const open = new Map<string, Open>();
  connection.state.subscribe((state, before) => {
    if (state.kind === 'open' && before.kind !== 'open') for (const one of open.values()) one.sender.pump();
    if (state.kind === 'lost' && before.kind === 'open') for (const one of open.values()) one.sender.lost();
  });

  const opened = (conversationId: string): Open => {
    const known = open.get(conversationId);
    if (known !== undefined) return known;
    const store = createStore<Talk>(() => NEW_TALK);
    const files = new Map<string, Blob>();
    const sender = createSender({
      read: () => store.getState().outbox,
      write: (outbox) => store.setState({ outbox }),
      stored: (message) => store.setState({ log: takeAnswer(store.getState().log, message) }),
      after: options.after,
      isOpen: () => connection.state.getState().kind === 'open',
      send: (pending) =>
        deliver(pending, {
          files,
          read: () => store.getState().outbox,
          write: (outbox) => store.setState({ outbox }),
          upload: (bytes, durationMs, progress) =>
            options.upload({ conversationId, bytes, durationMs, progress }),
          send: async (body) => {
            const { id, audience } = pending;
            const answer = await attempt(
              connection.client.support.send({ conversationId, id, audience, body }),
            );
            return answer.ok
              ? { kind: 'stored', message: answer.value }
              : sentOf(answer.fault.code, answer.fault.retryAt, options.now());
          },
        }),
    });
    const made = { store, sender, files };
    open.set(conversationId, made);
    return made;
  };

  const put = (conversationId: string, pending: Pending) => {
    const { store, sender } = opened(conversationId);
    store.setState({ outbox: enqueue(store.getState().outbox, pending) });
    sender.pump();
  };
  const entry = (body: Pending['body'], audience: 'all' | 'staff'): Pending => ({
    id: options.newId(),
    at: options.now(),
    state: 'waiting',
    body,
    audience,
  });

  return {
    of: (conversationId) => opened(conversationId).store,
    follow: (conversationId) => follow(options, conversationId, opened(conversationId).store),
    refetch: (conversationId) => {
      const { store } = opened(conversationId);
      store.setState({ log: EMPTY_LOG, round: store.getState().round + 1 });
    },
    say: (conversationId, text, audience) => put(conversationId, entry({ kind: 'text', text }, audience)),
    sendFile: (conversationId, file, bytes, clip) => {
      const pending = entry(
        {
          kind: 'file',
          file,
          preview: URL.createObjectURL(bytes),
          waveform: clip?.waveform ?? [],
          progress: 0,
          ...(clip === undefined ? {} : { durationMs: clip.durationMs }),
        },
        'all',
      );
      opened(conversationId).files.set(pending.id, bytes);
      put(conversationId, pending);
    },
    resend: (conversationId, id) => {
      const { store, sender } = opened(conversationId);
      store.setState({
        outbox: amend(store.getState().outbox, id, (one) => ({ ...one, state: 'waiting', fault: undefined })),
      });
      sender.pump();
    },
    giveUp: (conversationId, id) => {
      const { store, files } = opened(conversationId);
      files.delete(id);
      store.setState({ outbox: drop(store.getState().outbox, id) });
    },
    learn: (conversationId, message) => {
      const { store } = opened(conversationId);
      store.setState({ log: takeAnswer(store.getState().log, message) });
    },
  };
}

/** Takes in what the feed said of one conversation. */
export function takeTalkFrame(talk: Talk, frame: TalkFrame): Talk {
  if (frame.kind === 'status') {
    const { conversation, typingUntil, lookers, isPrivate = false, revealedUntil } = frame;
    return { ...talk, conversation, typingUntil, lookers, isPrivate, revealedUntil };
  }
  const log = takeFrame(talk.log, frame);
  return { ...talk, log, outbox: withoutArrived(talk.outbox, log) };
}

function follow(options: TalksOptions, conversationId: string, store: StoreApi<Talk>): Dispose {
  const end = new AbortController();
  void options.line.follow<TalkFrame>({
    signal: end.signal,
    open: (client, _, signal) =>
      client.support.talk({ conversationId, after: store.getState().log.rev, watching: true }, { signal }),
    position: () => undefined,
    take: (frame) => {
      store.setState(takeTalkFrame(store.getState(), frame), true);
      return 'taken';
    },
  });
  return () => end.abort();
}
