import { describe, expect, it } from 'vitest';
import { RECALL_WITHIN_MS as HUB_WINDOW } from '../../shared/support/message.ts';
import { beginsStretch, markOf, mayRecall } from './marks.ts';
import { RECALL_WITHIN_MS } from './recall-window.ts';
import { said } from './talk.fixture.ts';
import { readAnswer } from './upload.ts';
import { clipTime, loudness, toBars } from './waveform.ts';

describe('waveforms', () => {
  it.each<[readonly number[], number, readonly number[]]>([
    [[], 4, []],
    [[0, 0], 4, [0, 0]],
    [[0.5, 1, 0.25, 0], 2, [100, 25]],
    [[0.2, 0.4], 40, [50, 100]],
  ])('%j in %i', (samples, count, expected) => {
    expect(toBars(samples, count)).toEqual(expected);
  });

  it('measures loudness between silence and full', () => {
    expect([
      loudness(new Uint8Array()),
      loudness(new Uint8Array([128, 128])),
      loudness(new Uint8Array([0, 255])),
    ]).toEqual([0, 0, 1]);
  });

  it.each([
    [0, '0:00'],
    [9_400, '0:09'],
    [75_000, '1:15'],
  ])('%i ms is %s', (ms, text) => {
    expect(clipTime(ms)).toBe(text);
  });
});

describe('marks', () => {
  it.each([
    [{}, 'sent'],
    [{ deliveredAt: 1 }, 'delivered'],
    [{ deliveredAt: 1, readAt: 2 }, 'read'],
  ] as const)('%j', (more, mark) => {
    expect(markOf(said('a', 1, 1, 'viewer', more))).toBe(mark);
  });

  it('allows taking back as long as the hub does', () => {
    const mine = said('a', 1, 1);
    expect([
      RECALL_WITHIN_MS,
      mayRecall(mine, mine.at + RECALL_WITHIN_MS),
      mayRecall(mine, mine.at + RECALL_WITHIN_MS + 1),
      mayRecall({ ...mine, body: { kind: 'recalled' } }, mine.at),
    ]).toEqual([HUB_WINDOW, true, false, false]);
  });

  it('puts a time above the first and after a pause', () => {
    const [one, soon, late] = [said('a', 1, 1), said('b', 2, 2), said('c', 900, 3)];
    expect([beginsStretch(undefined, one), beginsStretch(one, soon), beginsStretch(soon, late)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('an upload’s answer', () => {
  it.each([
    [200, '{"attachment":{"id":"abc"}}', { kind: 'stored', attachmentId: 'abc' }],
    [413, '', { kind: 'refused', code: 'too_large' }],
    [422, '{"code":"unsupported"}', { kind: 'refused', code: 'unsupported' }],
    [409, '{"data":{"code":"conflict"}}', { kind: 'refused', code: 'conflict' }],
    [502, 'bad gateway', { kind: 'unreachable' }],
    [200, '<html>', { kind: 'refused', code: 'invalid' }],
  ])('%i %s', (status, text, expected) => {
    expect(readAnswer(status, text)).toEqual(expected);
  });
});
