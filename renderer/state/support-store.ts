import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dispose } from '../../shared/domain/effects.ts';
import type { Conversation } from '../../shared/support/conversation.ts';
import type { SupportFrame } from '../../shared/support/views.ts';
import { base64Of } from '../logic/base64.ts';
import { uploadFile } from '../talk/upload.ts';
import { attempt } from '../transport/attempt.ts';
import type { ApiConnection } from '../transport/connection.ts';
import type { FeedLine } from './feed-line.ts';
import { followFrames } from './follow-frames.ts';
import { frameBatch } from './frame-batch.ts';
import { applySupport, EMPTY_SUPPORT, learnConversation, type SupportState } from './support-desk.ts';
import { createTalks, type Talks, type TalksOptions } from './talks.ts';

/** The support desk as a page works with it. */
export interface SupportStore {
  readonly store: StoreApi<SupportState>;
  readonly talks: Talks;
  /** Takes in what a call answered, ahead of the feed. */
  readonly learn: (conversation: Conversation) => void;
  /** Begins following; the answer ends it. */
  readonly follow: () => Dispose;
}

/** Makes the support desk over the page's line. */
export function createSupport(connection: ApiConnection, line: FeedLine): SupportStore {
  const store = createStore<SupportState>(() => EMPTY_SUPPORT);
  return {
    store,
    talks: createTalks({
      connection,
      line,
      upload: (file) => upload(connection, file),
      now: () => Date.now(),
      newId: () => crypto.randomUUID(),
      after: (ms, run) => void setTimeout(run, ms),
    }),
    learn: (conversation) => store.setState(learnConversation(store.getState(), conversation), true),
    follow: () => {
      const batch = frameBatch<SupportFrame>(line.schedule, (frames) => {
        let next = store.getState();
        for (const frame of frames) {
          const applied = applySupport(next, frame);
          if (applied !== 'resync') next = applied;
        }
        store.setState(next, true);
      });
      const stop = followFrames<SupportFrame>(line, {
        open: (client, resume, signal) => client.support.feed({ resume }, { signal }),
        take: batch.add,
        from: store.getState().position,
      });
      return () => {
        stop();
        batch.close();
      };
    },
  };
}

/** Over HTTP where there is a hub, with progress; through the port of the desktop app otherwise. */
async function upload(connection: ApiConnection, file: Parameters<TalksOptions['upload']>[0]) {
  const state = connection.state.getState();
  const { conversationId, bytes, durationMs, progress } = file;
  if (state.kind === 'open' && state.transport === 'hub') {
    const query = new URLSearchParams({ conversation: conversationId });
    if (durationMs !== undefined) query.set('durationMs', String(durationMs));
    return uploadFile({ url: `/support/files?${query}`, bytes, progress });
  }
  const base64 = await base64Of(bytes);
  const answer = await attempt(
    connection.client.support.upload({
      conversationId,
      base64,
      ...(durationMs === undefined ? {} : { durationMs }),
    }),
  );
  if (answer.ok) return { kind: 'stored', attachmentId: answer.value.attachment.id } as const;
  return answer.fault.code === 'unreachable'
    ? ({ kind: 'unreachable' } as const)
    : ({ kind: 'refused', code: answer.fault.code } as const);
}
