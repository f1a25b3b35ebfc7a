import { describe, expect, it } from 'vitest';
import { type Money, yuan } from '../../shared/domain/money.ts';
import { flagOf, somebody } from '../testing/samples.ts';
import { canMuteFor, type Harsh, harshness, messagesOf, type Plan, peopleOf, requestsOf } from './plan.ts';

const plan = (more: Partial<Plan> = {}): Plan => ({
  roomId: 'r',
  kind: 'mute',
  people: [somebody('a')],
  messageIds: [],
  bystanders: [],
  durationSec: 600,
  ...more,
});
const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => somebody(id));
const counter = () => {
  let n = 0;
  return () => `id${++n}`;
};

describe('harsh actions', () => {
  const rich = (id: string): readonly Money[] | undefined =>
    id === 'vip' ? [yuan(60_000), yuan(40_000)] : undefined;
  it.each<[string, Partial<Plan>, readonly Harsh[]]>([
    ['a mute of ten minutes', {}, []],
    ['a ban', { kind: 'ban', durationSec: undefined }, ['ban']],
    ['for good', { durationSec: null }, ['forever']],
    ['five people', { people: six.slice(0, 5) }, []],
    ['six people', { people: six }, ['many']],
    ['a top supporter', { people: [somebody('vip')] }, ['supporter']],
    ['a governor', { people: [somebody('g', { guardTier: 1 })] }, ['supporter']],
    ['a moderator', { people: [somebody('m', { roles: ['mod'] })] }, ['moderator']],
    ['unmuting a supporter', { kind: 'unmute', people: [somebody('vip')] }, []],
    ['deleting one message', { kind: 'delete', people: six, messageIds: ['m'] }, []],
    ['deleting six', { kind: 'delete', messageIds: ['1', '2', '3', '4', '5', '6'] }, ['many']],
  ])('%s', (_, more, expected) => {
    expect(harshness(plan(more), 100_000, rich)).toEqual(expected);
  });
});

describe('requests', () => {
  it('is one call for one person, with an id of ours', () => {
    expect(requestsOf(plan({ flagId: 'f' }), counter())).toEqual({
      leftOut: [],
      requests: [
        {
          id: 'id1',
          roomId: 'r',
          kind: 'mute',
          durationSec: 600,
          flagId: 'f',
          target: { ...somebody('a'), roles: undefined, medal: undefined },
        },
      ],
    });
  });

  it('groups many, and leaves out whom the platform hides', () => {
    const hidden = somebody('x', { actionable: false });
    const { requests, leftOut } = requestsOf(plan({ people: [...six, hidden] }), counter());
    expect([requests.map((request) => request.groupId), leftOut]).toEqual([Array(6).fill('id1'), [hidden]]);
  });

  it.each<[string, Partial<Plan>, unknown]>([
    [
      'messages',
      { kind: 'delete', messageIds: ['m1', 'm2'], durationSec: undefined },
      [
        ['m1', 'a'],
        ['m2', 'a'],
      ],
    ],
    [
      'messages of many',
      { kind: 'delete', people: six, messageIds: ['m1'], durationSec: undefined },
      [['m1', undefined]],
    ],
    [
      'the room',
      { kind: 'slow_mode', people: [], value: 30, durationSec: undefined },
      [[undefined, undefined]],
    ],
  ])('for %s', (_, more, expected) => {
    const { requests } = requestsOf(plan(more), counter());
    expect(requests.map((request) => [request.messageId, request.target?.id])).toEqual(expected);
  });
});

describe('a raid', () => {
  const raid = flagOf('f', {
    category: 'raid',
    person: undefined,
    members: [somebody('a'), somebody('b'), somebody('fan')],
    bystanders: [somebody('fan')],
    evidence: ['a', 'fan', 'b'].map((id, index) => ({
      eventId: `e${index}`,
      messageId: `m${index}`,
      at: index,
      person: somebody(id),
      text: 't',
      spans: [],
      score: 1,
    })),
  });
  it('hits its accounts without bystanders and those left out', () => {
    expect([peopleOf(raid, new Set(['b'])).map((person) => person.id), messagesOf(raid)]).toEqual([
      ['a'],
      ['m0', 'm2'],
    ]);
  });
});

describe('how long one can mute', () => {
  const mute = { action: 'mute', mode: 'api', reversible: true, confirmBy: 'event' } as const;
  it.each<[Parameters<typeof canMuteFor>[0], number | null, boolean]>([
    [[], 60, false],
    [[{ ...mute, mode: 'none' }], 60, false],
    [[mute], null, false],
    [[{ ...mute, permanent: true }], null, true],
    [[{ ...mute, maxSec: 3_600 }], 3_600, true],
    [[{ ...mute, maxSec: 3_600 }], 86_400, false],
  ])('%j for %s: %s', (capabilities, seconds, expected) => {
    expect(canMuteFor(capabilities, seconds)).toBe(expected);
  });
});
