import type { FeedPosition } from '../../../shared/api/views.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import type { SupportChange, SupportFrame } from '../../../shared/support/views.ts';
import type { Ring } from '../push/ring.ts';
import type { SupportState } from './state.ts';

/** What the desk's feed reads from. */
export interface SupportFeedSource {
  readonly epoch: string;
  readonly ring: Ring<SupportChange>;
  readonly snapshot: (position: FeedPosition) => SupportFrame;
  readonly visible: (change: SupportChange) => boolean;
  readonly room: () => Promise<void>;
  /** Waits a moment, so that what changes together is sent together. */
  readonly settle: () => Promise<void>;
}

/** Conversations, agents and gauges as they change: a snapshot, or every change since the position. */
export async function* supportFeed(
  source: SupportFeedSource,
  resume: FeedPosition | undefined,
  signal: AbortSignal,
): AsyncGenerator<SupportFrame, void> {
  const { ring, epoch } = source;
  let offset =
    resume !== undefined && resume.epoch === epoch && ring.since(resume.offset) !== null ? resume.offset : -1;
  while (!signal.aborted) {
    const items = offset < 0 ? null : ring.since(offset);
    if (items === null) {
      offset = ring.newest();
      yield source.snapshot({ epoch, offset });
      continue;
    }
    if (items.length === 0) {
      await ring.wait(offset, signal);
      await source.settle();
      continue;
    }
    offset += items.length;
    const changes = newestOfEach(items.filter(source.visible));
    if (changes.length > 0) yield { kind: 'batch', position: { epoch, offset }, changes };
    await source.room();
  }
}

/** What a feed of one conversation reads from. */
export interface TalkSource<Status> {
  readonly state: SupportState;
  readonly id: string;
  readonly after: number;
  /** Which messages this reader may see. */
  readonly filter: (messages: readonly Message[]) => readonly Message[];
  /** Asked at every turn; sent when its JSON differs. */
  readonly status: (row: Conversation) => Status;
  readonly draft?: (() => string | undefined) | undefined;
  readonly room: () => Promise<void>;
}

/**
 * Messages in order, each change once, resumed by revision; the state as it is now. Nothing is kept
 * for the reader: what it has not seen is whatever has a later revision, in memory or in the store.
 */
export async function* talkFeed<Status>(
  source: TalkSource<Status>,
  signal: AbortSignal,
): AsyncGenerator<
  | { readonly kind: 'messages'; readonly rev: number; readonly messages: readonly Message[] }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'draft'; readonly text: string },
  void
> {
  const { state, id } = source;
  const stop = state.talks.watch(id);
  let rev = source.after;
  let lastStatus = '';
  let lastDraft: string | undefined;
  try {
    while (!signal.aborted) {
      const turn = state.talks.turn(id);
      const found = await state.get(id);
      if (!found.ok) return;
      const changed = (await state.talks.messages(id)).filter((message) => message.rev > rev);
      rev = Math.max(rev, ...changed.map((message) => message.rev));
      const messages = source.filter(changed);
      if (messages.length > 0) yield { kind: 'messages', rev, messages };
      const status = source.status(found.value);
      const text = JSON.stringify(status);
      if (text !== lastStatus) {
        lastStatus = text;
        yield { kind: 'status', status };
      }
      const draft = source.draft?.();
      if (draft !== undefined && draft !== lastDraft) yield { kind: 'draft', text: draft };
      lastDraft = draft;
      await source.room();
      await state.talks.wait(id, turn, signal);
    }
  } finally {
    stop();
  }
}

function newestOfEach(changes: readonly SupportChange[]): readonly SupportChange[] {
  const last = new Map(changes.map((change) => [keyOf(change), change]));
  return changes.filter((change) => last.get(keyOf(change)) === change);
}

function keyOf(change: SupportChange): string {
  switch (change.kind) {
    case 'gauges':
      return 'gauges';
    case 'agent':
      return `agent:${change.agent.id}`;
    case 'conversation':
      return `conversation:${change.row.conversation.id}`;
    case 'notice':
      return `notice:${change.notice.id}`;
  }
}
