import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DetectInput, Detector, DetectorOptions } from '../../../shared/detect/types.ts';
import { textOf } from '../../../shared/domain/event.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { runScan, type ScanArgs } from './scan.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'changkong-scan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Flags what says "bad"; scores everything else 0.1. Keeps what it was given. */
function plainDetector(seen: { options?: DetectorOptions; inputs: DetectInput[] }) {
  return (options: DetectorOptions): Pick<Detector, 'inspect' | 'inspectAll'> => {
    seen.options = options;
    const verdict = (input: DetectInput): Verdict => {
      seen.inputs.push(input);
      const isBad = textOf(input.event).includes('bad');
      return {
        category: 'abuse',
        score: isBad ? 0.9 : 0.1,
        flag: isBad,
        reasons: isBad
          ? [{ code: 'lexicon', text: '命中词表', textEn: 'in the lexicon', span: [0, 3], weight: 1 }]
          : [],
        by: 'abuse@1',
      };
    };
    return {
      inspect: (input) => [verdict(input)],
      inspectAll: (input) => [verdict(input)],
    };
  };
}

async function scan(args: Partial<ScanArgs>, input: string | readonly Buffer[] = '') {
  const out: string[] = [];
  const err: string[] = [];
  const into = (list: string[]) =>
    new Writable({
      highWaterMark: 64,
      write: (chunk, _encoding, done) => {
        list.push(String(chunk));
        setImmediate(done);
      },
    });
  const seen: { options?: DetectorOptions; inputs: DetectInput[] } = { inputs: [] };
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  const io = { stdin, stdout: into(out), stderr: into(err), detector: plainDetector(seen) };
  const code = await runScan({ file: '-', ...args }, io);
  await new Promise((resolve) => io.stdout.end(resolve));
  await new Promise((resolve) => io.stderr.end(resolve));
  const stderr = err.join('').trimEnd().split('\n');
  const last = stderr.at(-1) ?? '';
  return {
    code,
    rows: out
      .join('')
      .split('\n')
      .filter((row) => row !== '')
      .map((row): unknown => JSON.parse(row)),
    stderr,
    summary: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : null,
    seen,
  };
}

const LINES = [
  { at: 1_710_000_000_000, user: 'u1', name: '甲', text: 'good evening' },
  { at: 1_710_000_001_000, user: 'u2', name: '乙', text: 'bad words' },
];
const JSONL = LINES.map((line) => JSON.stringify(line)).join('\n');

describe('scan', () => {
  it('prints flagged events only, in the fixed shape', async () => {
    const { code, rows } = await scan({ room: 'room-1' }, JSONL);
    expect({ code, rows }).toEqual({
      code: 0,
      rows: [
        {
          line: 2,
          eventId: expect.stringMatching(/^text:room-1:chat:/),
          kind: 'chat',
          at: 1_710_000_001_000,
          actor: { id: 'u2', name: '乙' },
          text: 'bad words',
          verdicts: [
            {
              category: 'abuse',
              score: 0.9,
              flag: true,
              reasons: [{ code: 'lexicon', text: '命中词表', span: [0, 3] }],
            },
          ],
        },
      ],
    });
  });

  it('prints every event with --all, in order, and ends with a summary', async () => {
    const { rows, summary } = await scan({ all: true }, `${JSONL}\nnot json\n`);
    expect(rows).toMatchObject([{ line: 1, verdicts: [{ score: 0.1, flag: false }] }, { line: 2 }]);
    expect(summary).toMatchObject({
      events: 2,
      flagged: 1,
      seconds: expect.any(Number),
      eventsPerSecond: expect.any(Number),
      usPerEvent: {
        mean: expect.any(Number),
        p50: expect.any(Number),
        p99: expect.any(Number),
        max: expect.any(Number),
      },
      refused: 1,
      kinds: { chat: 2 },
    });
  });

  it('reads input as it comes, characters cut anywhere', async () => {
    const bytes = Buffer.from('bad 晚上好🎉\n再见 bad\n');
    const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    const { rows } = await scan({ format: 'text' }, pieces);
    expect(rows).toMatchObject([
      { line: 1, text: 'bad 晚上好🎉', at: null },
      { line: 2, text: '再见 bad' },
    ]);
  });

  it('gives detection the gifts and mutes seen before in the stream, and its own room and budget', async () => {
    const gift = {
      cmd: 'LIVE_OPEN_PLATFORM_SEND_GIFT',
      data: {
        open_id: 'o1',
        uname: '丙',
        gift_num: 1,
        price: 1000,
        paid: true,
        msg_id: '1',
        timestamp: 1_710_000_000,
      },
    };
    const chat = {
      cmd: 'LIVE_OPEN_PLATFORM_DM',
      data: { open_id: 'o1', uname: '丙', msg: 'refund', msg_id: '2', timestamp: 1_710_000_060 },
    };
    const { seen } = await scan(
      { room: 'r9', budget: 5 },
      [gift, chat].map((packet) => JSON.stringify(packet)).join('\n'),
    );
    expect(seen.options).toMatchObject({ roomId: 'r9', budgetPerThousand: 5 });
    expect(seen.inputs.map((input) => input.person)).toMatchObject([
      undefined,
      { messages: 0, totals: [{ unit: 'gold', amountMinor: '1000' }], firstSeenAt: 1_710_000_000_000 },
    ]);
  });

  it('learns from history files', async () => {
    const file = join(folder, 'history.txt');
    writeFileSync(file, '\ufeff一\r\n\r\n二\n');
    const { seen } = await scan({ format: 'text', history: [file] }, 'x\n');
    expect(seen.options?.history).toEqual(['一', '二']);
  });

  it('keeps rooms of one input apart', async () => {
    const rooms: string[] = [];
    const { seen } = await scan(
      {},
      ['a', 'b', 'a'].map((room) => JSON.stringify({ text: 'x', room })).join('\n'),
    );
    for (const input of seen.inputs) rooms.push(input.event.roomId);
    expect(rooms).toEqual(['a', 'b', 'a']);
  });

  it.each([
    ['an unknown format', { format: 'csv' }, 2, /--format csv.*jsonl/],
    ['an impossible budget', { budget: 'many' }, 2, /--budget many/],
    ['a strange room', { room: 'a b' }, 2, /--room a b/],
    ['no file', { file: '' }, 2, /no FILE/],
    ['a missing file', { file: '/no/such/file' }, 1, /there is no such file.*check the path/],
    ['a folder', { file: tmpdir() }, 1, /folder/],
    ['a missing history', { history: ['/no/such/file'] }, 1, /--history/],
  ])('%s: says what, why and what to do', async (_, args, code, words) => {
    const result = await scan(args);
    expect(result.code).toBe(code);
    expect(result.stderr.join('\n')).toMatch(words);
    expect(result.rows).toEqual([]);
  });

  it('fails where nothing could be read', async () => {
    const { code, stderr } = await scan({ format: 'bilibili-packets' }, 'a\nb\n');
    expect({ code, hint: stderr.some((line) => line.includes('--format')) }).toEqual({ code: 1, hint: true });
  });

  it('reads an empty input as nothing', async () => {
    const { code, summary } = await scan({}, '');
    expect({ code, events: summary?.events }).toEqual({ code: 0, events: 0 });
  });

  it('stops quietly when the reader goes away', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    });
    const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
    const stdin = Readable.from(Array.from({ length: 50 }, () => Buffer.from('bad\n'.repeat(2_000))));
    const code = await runScan(
      { file: '-', format: 'text' },
      { stdin, stdout, stderr, detector: plainDetector({ inputs: [] }) },
    );
    expect(code).toBe(0);
  });
});
