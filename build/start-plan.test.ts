import { expect, it } from 'vitest';
import { planStart, readWishes, type StartPlan, type Surroundings } from './start-plan.ts';

const full: Surroundings = { electron: '/e/electron', display: true, root: false };
const plan = (args: readonly string[], around: Partial<Surroundings> = {}): StartPlan | string => {
  const wishes = readWishes(args);
  return typeof wishes === 'string' ? wishes : planStart(wishes, { ...full, ...around });
};

it.each<[readonly string[], Partial<Surroundings>, StartPlan]>([
  [[], {}, { kind: 'desktop', program: '/e/electron', args: ['.', '--demo'] }],
  [[], { root: true }, { kind: 'desktop', program: '/e/electron', args: ['--no-sandbox', '.', '--demo'] }],
  [
    ['--room', 'twitch:a', '--room=replay:b.jsonl', '--data', 'd'],
    {},
    {
      kind: 'desktop',
      program: '/e/electron',
      args: ['.', '--room', 'twitch:a', '--room', 'replay:b.jsonl', '--data', 'd'],
    },
  ],
  [[], { display: false }, { kind: 'hub', why: 'there is no display', args: ['hub', '--demo'] }],
  [
    ['--room', 'twitch:a', '--port', '9000'],
    { display: false },
    { kind: 'hub', why: 'there is no display', args: ['hub', '--room', 'twitch:a', '--port', '9000'] },
  ],
  [['--browser'], {}, { kind: 'hub', why: 'asked for the browser', args: ['hub', '--demo'] }],
])('npm start -- %j with %j', (args, around, wanted) => {
  expect(plan(args, around)).toEqual(wanted);
});

it('without Electron says how to get it', () => {
  expect(plan([], { electron: null })).toMatchObject({
    kind: 'hub',
    why: expect.stringContaining('install-electron'),
  });
});

it.each([[['--room']], [['--room', '--demo']]])('%j is wrong use', (args) => {
  expect(plan(args)).toContain('--room needs a source');
});
