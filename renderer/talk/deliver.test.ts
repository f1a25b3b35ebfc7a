import { describe, expect, it } from 'vitest';
import { deliver, sentOf } from './deliver.ts';
import type { Outbox, Pending } from './outbox.ts';
import { said } from './talk.fixture.ts';
import type { Uploaded } from './upload.ts';

const clip: Pending = {
  id: 'v',
  at: 1,
  audience: 'all',
  state: 'sending',
  body: { kind: 'file', file: 'voice', preview: 'blob:x', waveform: [1, 2], durationMs: 900, progress: 0 },
};

const over = (uploads: Uploaded[], answers: boolean[]) => {
  let outbox: Outbox = [clip];
  const bodies: unknown[] = [];
  let uploaded = 0;
  const files = new Map([['v', new Blob(['x'])]]);
  const run = () =>
    deliver(outbox[0] ?? clip, {
      files,
      read: () => outbox,
      write: (next) => {
        outbox = next;
      },
      upload: async (_, __, progress) => {
        uploaded += 1;
        progress(0.5);
        return uploads.shift() ?? { kind: 'unreachable' };
      },
      send: async (body) => {
        bodies.push(body);
        return answers.shift() === true
          ? { kind: 'stored', message: said('v', 1, 1) }
          : { kind: 'unreachable' };
      },
    });
  return { run, bodies, files, uploaded: () => uploaded, outbox: () => outbox };
};

describe('sending a file', () => {
  it('uploads once, however often it is sent', async () => {
    const one = over([{ kind: 'stored', attachmentId: 'a' }], [false, true]);
    const kinds = [(await one.run()).kind, (await one.run()).kind];
    const body = { kind: 'voice', attachmentId: 'a', waveform: [1, 2] };
    expect([kinds, one.uploaded(), one.bodies, one.files.size]).toEqual([
      ['unreachable', 'stored'],
      1,
      [body, body],
      0,
    ]);
  });

  it.each<[string, Uploaded[], string]>([
    ['refused', [{ kind: 'refused', code: 'too_large' }], 'refused'],
    ['broken off', [], 'unreachable'],
  ])('says nothing where the upload was %s', async (_, uploads, kind) => {
    const one = over(uploads, []);
    expect([(await one.run()).kind, one.bodies, one.files.size]).toEqual([kind, [], 1]);
  });

  it('shows how far it is', async () => {
    const one = over([], []);
    await one.run();
    const body = one.outbox()[0]?.body;
    expect(body?.kind === 'file' ? body.progress : null).toBe(0.5);
  });
});

describe('a failed call', () => {
  it.each([
    ['unreachable', undefined, { kind: 'unreachable' }],
    ['unauthenticated', undefined, { kind: 'unreachable' }],
    ['rate_limited', undefined, { kind: 'later', afterMs: 3_000 }],
    ['rate_limited', 10_001, { kind: 'later', afterMs: 1_000 }],
    ['overloaded', 99_000_000, { kind: 'later', afterMs: 30_000 }],
    ['conflict', undefined, { kind: 'refused', code: 'conflict' }],
  ])('%s %j', (code, retryAt, expected) => {
    expect(sentOf(code, retryAt, 10_000)).toEqual(expected);
  });
});
