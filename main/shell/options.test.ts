import { expect, it } from 'vitest';
import { readOptions, type ShellOptions } from './options.ts';

const nothing: ShellOptions = { demo: false, smoke: false, rooms: [], dataDir: undefined };

it.each<[readonly string[], ShellOptions]>([
  [[], nothing],
  [['--no-sandbox', '.'], nothing],
  [['--demo', '--data', '/tmp/a'], { ...nothing, demo: true, dataDir: '/tmp/a' }],
  [['--data=/tmp/a b', '--smoke'], { ...nothing, smoke: true, dataDir: '/tmp/a b' }],
  [
    ['--room', 'twitch:a', '--room=replay:/x=1.jsonl'],
    { ...nothing, rooms: ['twitch:a', 'replay:/x=1.jsonl'] },
  ],
  [['--room', '--demo'], { ...nothing, demo: true }],
])('%j', (args, options) => {
  expect(readOptions(args)).toEqual(options);
});
