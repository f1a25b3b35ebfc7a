import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { PROJECT } from '../support/places.ts';

/** From the command to a hub that listens, and to its first page. */
export const startCase: BenchCase = { name: 'start', title: 'Start of the hub to its first page', run };

interface Start {
  readonly listeningMs: number;
  readonly pageMs: number;
}

/** A program of one line that listens: less is not possible with this runtime. */
const BARE =
  "const s=require('node:http').createServer((q,r)=>r.end('ok')).listen(0,'127.0.0.1',()=>console.log(JSON.stringify({event:'listening',url:'http://127.0.0.1:'+s.address().port})))";

async function run(context: CaseContext): Promise<CaseResult> {
  const times = context.option('runs', context.quick ? 2 : 7);
  const source = [join(PROJECT, 'main', 'cli.ts')];
  const bundle = join(PROJECT, 'dist', 'main', 'cli.js');
  const hub = (program: readonly string[], data: string): readonly string[] => [
    ...program,
    'hub',
    '--port',
    '0',
    '--data',
    join(context.dir, data),
  ];
  const first = await startOnce(hub(source, 'cold'));
  const warm: Start[] = [];
  const bundled: Start[] = [];
  const bare: Start[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    bare.push(await startOnce(['-e', BARE]));
    warm.push(await startOnce(hub(source, 'cold')));
    if (existsSync(bundle)) bundled.push(await startOnce(hub([bundle], 'bundled')));
  }
  const bareMs = median(bare.map((each) => each.pageMs));
  const toPage = (starts: readonly Start[]): number => median(starts.map((each) => each.pageMs));
  const warmMs = toPage(warm);
  return {
    measures: [
      {
        what: 'source, new data folder, to the first page answer',
        value: first.pageMs,
        unit: 'ms',
      },
      {
        what: 'source, warm, to the first line',
        value: median(warm.map((each) => each.listeningMs)),
        unit: 'ms',
      },
      {
        what: 'source, warm, to the first page answer',
        value: warmMs,
        unit: 'ms',
        budget: { op: '<=', limit: 1_500 },
        peer: { what: 'bare node server', value: bareMs, ratio: warmMs / bareMs },
      },
      ...(bundled.length === 0
        ? []
        : [
            {
              what: 'bundle, warm, to the first page answer',
              value: toPage(bundled),
              unit: 'ms',
              budget: { op: '<=', limit: 1_500 } as const,
              peer: { what: 'bare node server', value: bareMs, ratio: toPage(bundled) / bareMs },
            },
          ]),
    ],
    notes: [
      `Medians of ${times}. The page’s own time in a browser is in the case “page”; the desktop window is measured in e2e.`,
      'The system’s file cache is warm throughout; “new data folder” makes the databases.',
    ],
  };
}

async function startOnce(args: readonly string[]): Promise<Start> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const { url } = JSON.parse(await firstLine(child)) as { readonly url: string };
    const listeningMs = performance.now() - start;
    const answer = await fetch(url);
    await answer.text();
    return { listeningMs, pageMs: performance.now() - start };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, refuse) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const end = text.indexOf('\n');
      if (end >= 0) done(text.slice(0, end));
    });
    child.once('close', (code) => refuse(new Error(`ended with ${code} before it listened`)));
  });
}
