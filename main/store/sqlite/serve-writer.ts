import type { MessagePort } from 'node:worker_threads';
import { receiveMessageOnPort } from 'node:worker_threads';
import { foldText } from '../../../shared/detect/fold.ts';
import { toStoreError } from '../store-error.ts';
import type { WriteOutcome, WriterReply, WriterReport, WriterRequest } from './messages.ts';
import type { OpenWriter } from './open-writer.ts';
import { openWriter } from './open-writer.ts';
import type { ThreadData, ThreadReady } from './thread.ts';

/** Events one transaction may hold when several writes are committed together. */
const GROUP_EVENTS = 2_000;
/** How long nobody must have written before upkeep begins. */
const IDLE_MS = 15;
/** Sizes of files are looked up this often at most. */
const REPORT_MS = 1_000;

type Write = Extract<WriterRequest, { kind: 'write' }>;

/** Runs the writer in this thread: what waits in the port is committed together. */
export function serveWriter(data: ThreadData, port: MessagePort): void {
  const post = (message: WriterReply | ThreadReady): void => port.postMessage(message);
  const opened = openWriter({ ...data, fold: foldText });
  if (!opened.ok) {
    post({ kind: 'refused', fault: opened.fault });
    return;
  }
  const writer = opened.value;
  const reporter = createReporter(writer);
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  port.on('message', (first: WriterRequest) => {
    clearTimeout(timer);
    const requests = [first];
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      requests.push(next.message);
    }
    for (const group of groupsOf(requests)) serve(group);
    timer = setTimeout(idle, IDLE_MS);
  });
  post({ kind: 'ready', report: reporter.report() });
  timer = setTimeout(idle, IDLE_MS);

  function serve(group: readonly Write[] | Exclude<WriterRequest, Write>): void {
    if ('kind' in group) other(group);
    else write(group);
  }

  function write(group: readonly Write[]): void {
    const start = performance.now();
    const outcomes = writer.commit(group.map((request) => request.steps));
    reporter.committed(performance.now() - start);
    const answered = group.map((request, index): [number, WriteOutcome] => [
      request.id,
      outcomes[index] ?? { ok: false, fault: { code: 'store_failed' } },
    ]);
    post({ kind: 'written', outcomes: answered, report: reporter.report() });
  }

  function other(request: Exclude<WriterRequest, Write>): void {
    const { id } = request;
    const last = reporter.report();
    try {
      const value = run(request);
      post({ kind: 'done', id, value, report: isClosed ? last : reporter.fresh() });
    } catch (thrown) {
      post({ kind: 'failed', id, fault: toStoreError(request.kind, thrown).fault, report: last });
    }
  }

  function run(request: Exclude<WriterRequest, Write>): unknown {
    switch (request.kind) {
      case 'retire':
        return writer.retire(request.rule);
      case 'forget':
        return writer.forget(request.days);
      case 'rewind':
        return writer.rewind();
      default:
        isClosed = true;
        return writer.close();
    }
  }

  function idle(): void {
    if (isClosed) return;
    try {
      if (writer.idle()) {
        timer = setTimeout(idle, 1);
        return;
      }
    } catch (thrown) {
      post({ kind: 'trouble', fault: toStoreError('upkeep', thrown).fault, report: reporter.report() });
      return;
    }
    post({ kind: 'rest', report: reporter.fresh() });
  }
}

/** Requests in order, neighbouring writes together up to a size. */
function groupsOf(
  requests: readonly WriterRequest[],
): readonly (readonly Write[] | Exclude<WriterRequest, Write>)[] {
  const groups: (Write[] | Exclude<WriterRequest, Write>)[] = [];
  let events = 0;
  for (const request of requests) {
    if (request.kind !== 'write') {
      groups.push(request);
      continue;
    }
    const size = request.steps.reduce(
      (sum, step) => sum + (step.step === 'events' ? step.columns.ids.length : 0),
      0,
    );
    const last = groups.at(-1);
    if (Array.isArray(last) && events + size <= GROUP_EVENTS) {
      last.push(request);
      events += size;
    } else {
      groups.push([request]);
      events = size;
    }
  }
  return groups;
}

/** Keeps the figures a user can see. */
function createReporter(writer: OpenWriter) {
  let commits = 0;
  let lastCommitMs = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let files = writer.files();
  const report = (): WriterReport => {
    const now = performance.now();
    if (now - lookedAt > REPORT_MS) {
      lookedAt = now;
      files = writer.files();
    }
    return { files, events: writer.events(), lastCommitMs, commits };
  };
  return {
    committed: (ms: number) => {
      commits += 1;
      lastCommitMs = ms;
    },
    report,
    fresh: () => {
      lookedAt = Number.NEGATIVE_INFINITY;
      return report();
    },
  };
}
