import type { Message } from '../../../shared/support/message.ts';
import type { Store } from '../../store/store.ts';

/** Messages of conversations in memory, and who waits for more. */
export interface Talks {
  /** All messages, by seq. */
  readonly messages: (id: string) => Promise<readonly Message[]>;
  /** A new conversation: nothing to load. */
  readonly begin: (id: string) => void;
  /** Puts committed messages in and wakes who waits. */
  readonly apply: (id: string, messages: readonly Message[]) => void;
  /** Wakes who waits: something beside the messages changed. */
  readonly poke: (id: string) => void;
  /** Counts pokes and changes; a feed waits for the next. */
  readonly turn: (id: string) => number;
  readonly wait: (id: string, turn: number, signal: AbortSignal) => Promise<void>;
  /** A feed is open; the answer closes it. */
  readonly watch: (id: string) => () => void;
  readonly isWatched: (id: string) => boolean;
  readonly drop: (id: string) => void;
  /** Conversations whose messages are in memory. */
  readonly loaded: () => number;
  /** Drops what nobody watches and `isKept` does not hold. */
  readonly sweep: (isKept: (id: string) => boolean) => void;
}

interface Talk {
  messages: Promise<Message[]> | null;
  turn: number;
  watchers: number;
  readonly waiting: Set<() => void>;
}

const PAGE = 500;

/** Loads a conversation's messages once, when first asked. */
export function createTalks(store: Pick<Store, 'list'>): Talks {
  const talks = new Map<string, Talk>();
  const talkOf = (id: string): Talk => {
    const known = talks.get(id);
    if (known !== undefined) return known;
    const made: Talk = { messages: null, turn: 0, watchers: 0, waiting: new Set() };
    talks.set(id, made);
    return made;
  };
  const poke = (id: string): void => {
    const talk = talkOf(id);
    talk.turn += 1;
    const wake = [...talk.waiting];
    talk.waiting.clear();
    for (const resolve of wake) resolve();
  };
  const load = (id: string): Promise<Message[]> => {
    const talk = talkOf(id);
    const loading = talk.messages ?? read(store, id);
    talk.messages = loading;
    // A failed read is not kept: the next one tries again.
    loading.catch(() => {
      if (talk.messages === loading) talk.messages = null;
    });
    return loading;
  };

  return {
    messages: load,
    begin(id) {
      talkOf(id).messages = Promise.resolve([]);
    },
    apply(id, messages) {
      const talk = talkOf(id);
      if (talk.messages !== null) talk.messages = talk.messages.then((kept) => merge(kept, messages));
      poke(id);
    },
    poke,
    turn: (id) => talkOf(id).turn,
    wait(id, turn, signal) {
      const talk = talkOf(id);
      if (talk.turn !== turn || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          talk.waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        talk.waiting.add(done);
        signal.addEventListener('abort', done);
      });
    },
    watch(id) {
      const talk = talkOf(id);
      talk.watchers += 1;
      let open = true;
      return () => {
        if (open) talk.watchers -= 1;
        open = false;
      };
    },
    isWatched: (id) => (talks.get(id)?.watchers ?? 0) > 0,
    sweep(isKept) {
      for (const [id, talk] of talks)
        if (talk.watchers === 0 && talk.waiting.size === 0 && !isKept(id)) talks.delete(id);
    },
    loaded: () => [...talks.values()].filter((talk) => talk.messages !== null).length,
    drop(id) {
      const talk = talks.get(id);
      if (talk !== undefined && talk.watchers === 0) talks.delete(id);
    },
  };
}

function merge(kept: Message[], changed: readonly Message[]): Message[] {
  const next = [...kept];
  for (const message of changed) next[message.seq - 1] = message;
  return next;
}

async function read(store: Pick<Store, 'list'>, conversationId: string): Promise<Message[]> {
  const found: Message[] = [];
  let cursor: string | undefined;
  do {
    const page: {
      readonly rows: readonly { readonly message: Message }[];
      readonly cursor?: string | undefined;
    } = await store.list({
      table: 'messages',
      where: { conversationId },
      order: 'oldest',
      limit: PAGE,
      cursor,
    });
    found.push(...page.rows.map((row) => row.message));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}
