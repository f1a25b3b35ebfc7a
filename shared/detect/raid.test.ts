import { describe, expect, it } from 'vitest';
import type { User } from '../domain/person.ts';
import { detectorOf, said, someone } from './fixture.ts';
import { emptyLearnt } from './learnt.ts';
import { chance, smallTalk } from './small-talk.fixture.ts';
import { learnRoom } from './training.ts';
import type { Detector } from './types.ts';

const MINUTE = 60_000;
const LINE = '这个主播以前骗过粉丝的钱大家小心';
const random = chance(21);
const talk = smallTalk(random);

const isRaid = (detector: Detector, text: string, at: number, user: User): boolean =>
  detector
    .inspect({ event: said(text, at, user) })
    .some((verdict) => verdict.flag && verdict.category === 'raid');

/** By which message a drip is found, with so many messages of the room's own people in between; -1 never. */
function foundAt(
  drops: readonly (readonly [at: number, text: string])[],
  perMinute: number,
  who = (index: number): User => someone(`drop${index}`),
  detector = detectorOf(),
): number {
  let clock = 0;
  for (const [index, [at, text]] of drops.entries()) {
    for (; clock < at; clock += MINUTE / perMinute)
      detector.inspect({ event: said(talk(), clock, someone(`u${Math.floor(random() * 400)}`)) });
    if (isRaid(detector, text, at, who(index))) return index + 1;
  }
  return -1;
}
const drip = (count: number, pause: number, text = (_: number): string => LINE) =>
  Array.from({ length: count }, (_, index) => [5 * MINUTE + index * pause, text(index)] as const);

describe('a slow drip', () => {
  it.each([
    ['a drop a minute', drip(20, MINUTE), 60, 6],
    ['a drop in five minutes', drip(12, 5 * MINUTE), 60, 9],
    [
      'other characters of the same sound',
      drip(12, 4 * MINUTE, (i) => (i % 2 ? LINE : '这个煮播以前骗过粉丝的钱大家小心')),
      60,
      9,
    ],
    ['tags at the end', drip(12, 4 * MINUTE, (i) => `${LINE}${'qxz'[i % 3]}${i}`), 60, 9],
    ['a fast room, where thousands of messages lie between', drip(7, 4 * MINUTE), 1_000, 7],
  ])('of %s is found', (_, drops, perMinute, by) => {
    const at = foundAt(drops, perMinute);
    expect([at > 0, at <= by, at]).toEqual([true, true, at]);
  });

  it('is not what regulars say now and then', () => {
    const detector = detectorOf();
    for (let round = 0; round < 8; round += 1)
      for (let user = 0; user < 12; user += 1)
        detector.inspect({ event: said(talk(), round * MINUTE + user * 3_000, someone(`old${user}`)) });
    expect(foundAt(drip(10, 4 * MINUTE), 20, (index) => someone(`old${index}`), detector)).toBe(-1);
  });

  it('of new people is not taken for the room’s own language once its cluster gave way', () => {
    const detector = detectorOf();
    let at = 0;
    for (const user of ['n1', 'n2']) {
      at += 1_000;
      isRaid(detector, LINE, at, someone(user));
    }
    for (let index = 0; index < 9_000; index += 1) {
      at += 100;
      detector.inspect({ event: said(talk(), at, someone(`u${index % 400}`)) });
    }
    const later = Array.from({ length: 8 }, (_, index) =>
      isRaid(detector, LINE, at + index * 2_000, someone(`late${index}`)),
    );
    expect(later).toContain(true);
  });
});

describe('what other places and other days say', () => {
  const wave = (detector: Detector): number => {
    const hits = Array.from({ length: 12 }, (_, index) =>
      isRaid(detector, LINE, 30 * MINUTE + index * 5_000, someone(`w${index}`)),
    );
    return hits.filter(Boolean).length;
  };
  it('is a raid where nobody said it, less of one where other rooms do, and hardly one where the room did', () => {
    const found = [
      wave(detectorOf({ learnt: emptyLearnt() })),
      wave(detectorOf({ learnt: learnRoom({ samples: [], elsewhere: [LINE] }) })),
      wave(detectorOf({ learnt: learnRoom({ samples: [LINE, '别的话'] }) })),
    ];
    expect({
      alone: found[0],
      less: Number(found[1]) < Number(found[0]),
      own: Number(found[2]) < Number(found[0]) / 2,
    }).toEqual({
      alone: found[0],
      less: true,
      own: true,
    });
    expect(found[0]).toBeGreaterThan(7);
  });
});

describe('what the platform tells of accounts', () => {
  const START = 1_760_000_000_000;
  const firstOf = (more: Partial<User>): number => {
    const detector = detectorOf();
    for (let index = 0; index < 400; index += 1)
      detector.inspect({ event: said(talk(), index * 1_000, someone(`u${index % 40}`)) });
    const hits = Array.from({ length: 12 }, (_, index) =>
      isRaid(detector, LINE, 500_000 + index * 4_000, someone(`a${index}`, more)),
    );
    const first = hits.indexOf(true);
    return first < 0 ? 99 : first + 1;
  };
  const unknown = firstOf({});
  it.each<[string, Partial<User>, 'sooner or as soon' | 'later']>([
    ['made this week', { createdAt: START - 86_400_000 }, 'sooner or as soon'],
    ['writing here for the first time', { firstMessage: true }, 'sooner or as soon'],
    ['two years old', { createdAt: START - 730 * 86_400_000 }, 'later'],
    ['of a high level', { level: 30 }, 'later'],
    ['with the room’s badge', { medal: { name: '牌', level: 3 } }, 'later'],
    ['guards of the room', { guardTier: 3 }, 'later'],
  ])('%s', (_, more, expected) => {
    expect(firstOf(more) > unknown ? 'later' : 'sooner or as soon').toBe(expected);
  });
});

describe('who joins a raid late', () => {
  it('is a bystander where the room knew them before, and no new face', () => {
    const detector = detectorOf();
    for (let turn = 0; turn < 3; turn += 1)
      for (const name of ['old', 'warm'])
        detector.inspect({ event: said(talk(), turn * 10_000, someone(name)) });
    const at = 10 * MINUTE;
    // One known account is in it from the beginning: it is a raider, however often it spoke before.
    const raiders = ['r1', 'warm', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];
    let incident = '';
    for (const [index, name] of [...raiders, 'old', 'r8'].entries()) {
      const verdicts = detector.inspect({ event: said(LINE, at + index * 1_000, someone(name)) });
      const raid = verdicts.find((verdict) => verdict.category === 'raid');
      if (raid?.clusterId !== undefined) incident = raid.clusterId;
      if (name === 'old') expect(raid?.reasons.map((each) => each.code)).toContain('bystander');
    }
    const view = detector.cluster(incident);
    expect([view?.bystanders.map((each) => each.name), view?.memberCount]).toEqual([['old'], 9]);
  });

  it('of a drip is told in the window that shows it', () => {
    const detector = detectorOf();
    let told = '';
    for (const [index, [at, text]] of drip(12, 4 * MINUTE).entries()) {
      for (let minute = 0; minute < 4; minute += 1)
        detector.inspect({ event: said(talk(), at - minute * MINUTE - 1, someone(`u${minute}`)) });
      const raid = detector
        .inspect({ event: said(text, at, someone(`drop${index}`)) })
        .find((verdict) => verdict.flag && verdict.category === 'raid');
      told ||= raid?.reasons[0]?.textEn ?? '';
    }
    expect(told).toMatch(
      /^[3-9] accounts sent near-identical text within (10 minutes|an hour) \(by sound\)$/,
    );
  });
});
