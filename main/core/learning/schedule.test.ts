import { describe, expect, it } from 'vitest';
import { dueTraining, nextQuietHour, type ScheduleFacts } from './schedule.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * 24 * HOUR;
const facts: ScheduleFacts = {
  now: NOW,
  hour: 20,
  lastAt: NOW - 30 * HOUR,
  lastChatAt: NOW - 1_000,
  samples: 20_000,
  fresh: 3_000,
  modelSamples: 15_000,
};

describe('a room is trained by itself', () => {
  it.each<[string, Partial<ScheduleFacts>, ReturnType<typeof dueTraining>]>([
    ['not in the evening while people talk', {}, null],
    ['at a quiet hour', { hour: 4 }, 'nightly'],
    ['once a night', { hour: 5, lastAt: NOW - HOUR }, null],
    ['not for a few messages', { hour: 4, fresh: 50 }, null],
    ['when the room has been silent', { lastChatAt: NOW - HOUR }, 'quiet'],
    ['not again and again while it is silent', { lastChatAt: NOW - HOUR, lastAt: NOW - 2 * HOUR }, null],
    ['when it never is quiet', { lastAt: NOW - 50 * HOUR }, 'nightly'],
    ['as soon as there is enough of a new room', { modelSamples: undefined, lastAt: undefined }, 'first'],
    ['not before', { modelSamples: undefined, lastAt: undefined, samples: 100 }, null],
    ['not at once after a failure', { modelSamples: undefined, lastAt: NOW - 60_000 }, null],
    ['when a young room has outgrown its model', { modelSamples: 500, samples: 2_000 }, 'first'],
    ['not after somebody went back', { hour: 4, heldUntil: NOW + 1 }, null],
  ])('%s', (_, change, expected) => {
    expect(dueTraining({ ...facts, ...change })).toBe(expected);
  });
});

it.each([
  ['later today', 1, 30, undefined, 2.5],
  ['now', 4, 0, undefined, 0],
  ['tomorrow', 20, 0, undefined, 8],
  ['the night after, if it was just done', 3, 0, NOW - HOUR, 25],
])('the next quiet hour is %s', (_, hour, minute, lastAt, hours) => {
  expect(nextQuietHour(NOW, hour, minute, lastAt) - NOW).toBe(hours * HOUR);
});
