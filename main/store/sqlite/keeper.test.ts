import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { foldText } from '../../../shared/detect/fold.ts';
import { chatEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import { dayFileName, dayOf } from '../days.ts';
import { createKeeper, serveKeeper } from './keeper.ts';
import type { KeeperReply } from './messages.ts';
import { openWriter } from './open-writer.ts';
import { toSteps } from './steps.ts';

const dir = mkdtempSync(join(tmpdir(), 'changkong-keeper-'));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('copies the log back beside the writer, which then begins it anew', async () => {
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText });
  if (!opened.ok) throw new Error('not opened');
  const writer = opened.value;
  let offset = 0;
  const write = (count: number) => {
    const rows = Array.from({ length: count }, () => {
      offset += 1;
      return { offset, event: chatEvent({ key: `m${offset}`, text: `第${offset}句` }), verdicts: [] };
    });
    return writer.commit([toSteps([{ op: 'events', rows }])]).every((outcome) => outcome.ok);
  };
  const logBytes = () => statSync(join(dir, `${dayFileName(dayOf(TEST_TIME))}-wal`)).size;
  const { port1, port2 } = new MessageChannel();
  const round = () =>
    new Promise<KeeperReply>((resolve) => {
      port2.once('message', resolve);
      port2.postMessage('round');
    });
  const ready = new Promise((resolve) => port2.once('message', resolve));
  serveKeeper({ role: 'keeper', dir, now: TEST_TIME }, port1);
  expect(await ready).toEqual({ kind: 'ready' });

  expect(write(500)).toBe(true);
  expect(await round()).toEqual({ kind: 'kept', longest: expect.any(Number) });
  expect(write(500)).toBe(true);
  writer.rewind();
  const before = logBytes();
  expect(write(10)).toBe(true);
  expect([logBytes(), writer.events()]).toEqual([before, 1_010]);
  port1.close();
  writer.close();
});

it('is started when much was written, asked one round at a time, and asks the writer when a log is long', async () => {
  const asked: string[] = [];
  let answer: (reply: KeeperReply) => void = () => undefined;
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const keeper = createKeeper(
    async () => {
      asked.push('start');
      return {
        ok: true,
        value: {
          report: undefined,
          post: (request) => asked.push(request),
          listen: (onReply) => {
            answer = onReply;
          },
          stop: async () => void asked.push('stop'),
        },
      };
    },
    async () => void asked.push('rewind'),
    () => undefined,
  );
  keeper.written(6_000);
  keeper.written(2_600);
  keeper.written(5_000);
  await settle();
  answer({ kind: 'kept', longest: 20_000 });
  await settle();
  keeper.written(8_500);
  await settle();
  answer({ kind: 'kept', longest: 10 });
  await keeper.stop();
  keeper.written(9_000);
  await settle();
  expect(asked).toEqual(['start', 'round', 'rewind', 'round', 'stop']);
});
