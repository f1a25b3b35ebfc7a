import type { ReaderReply, ReaderRequest, ReadName } from './messages.ts';
import { createPending } from './pending.ts';
import type { Thread } from './thread.ts';

/** The reader thread, as the rest of the program sees it. */
export interface ReaderClient {
  readonly read: <T>(name: ReadName, ...args: readonly unknown[]) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Speaks with a running reader thread. */
export function readerClient(
  thread: Thread<ReaderRequest, ReaderReply>,
  log: (message: string, detail?: unknown) => void,
): ReaderClient {
  const pending = createPending();
  let isClosing = false;
  thread.listen(
    (reply) => {
      if (reply.ok) pending.answer(reply.id, JSON.parse(reply.json));
      else pending.refuse(reply.id, reply.fault);
    },
    (why) => {
      if (!isClosing) log('the store reader ended', why);
      pending.end(isClosing ? 'the store is closed' : `the store reader ended: ${why}`);
    },
  );
  return {
    read: (name, ...args) => pending.ask(name, (id) => thread.post({ id, name, args })),
    close: async () => {
      isClosing = true;
      await pending.idle();
      try {
        await pending.ask('close', (id) => thread.post({ id, name: 'close', args: [] }));
      } catch (thrown) {
        log('a store thread did not close', String(thrown));
      }
      await thread.stop();
      pending.end('the store is closed');
    },
  };
}
