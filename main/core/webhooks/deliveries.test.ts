import { describe, expect, it } from 'vitest';
import type { WebhookDelivery } from '../../store/records.ts';
import { type Attempt, backOffMs, MAX_ATTEMPTS, nextStep, settle } from './deliveries.ts';

function row(id: string, change: Partial<WebhookDelivery> = {}): WebhookDelivery {
  return {
    id,
    hook: 'h',
    ticketId: 't1',
    event: 'ticket.updated',
    body: '{}',
    state: 'waiting',
    attempts: 1,
    nextAt: 0,
    createdAt: Number(id),
    ...change,
  };
}

describe('next step', () => {
  it.each([
    ['nothing waits', [], { kind: 'idle' }],
    ['the oldest of a ticket', [row('2'), row('1')], { kind: 'send', row: row('1') }],
    ['a younger one behind a retry waits', [row('1', { nextAt: 150 }), row('2')], { kind: 'wait', ms: 50 }],
    [
      'another ticket goes ahead',
      [row('1', { nextAt: 150 }), row('2'), row('3', { ticketId: 't2' })],
      { kind: 'send', row: row('3', { ticketId: 't2' }) },
    ],
    [
      'rows without ticket do not wait for each other',
      [row('1', { nextAt: 150, ticketId: undefined }), row('2', { ticketId: undefined })],
      { kind: 'send', row: row('2', { ticketId: undefined }) },
    ],
  ] as const)('%s', (_, rows, step) => {
    expect(nextStep(rows, 100)).toEqual(step);
  });
});

describe('after an attempt', () => {
  const now = 1_000_000;
  const answered = (status: number, retryAt?: number): Attempt => ({ kind: 'answered', status, retryAt });
  const cases: readonly (readonly [string, number, Attempt, Partial<WebhookDelivery>])[] = [
    ['200', 1, answered(200), { state: 'delivered', lastStatus: 200 }],
    ['204', 1, answered(204), { state: 'delivered', lastStatus: 204 }],
    ['302', 1, answered(302), { state: 'failed', lastStatus: 302, lastError: 'status 302' }],
    ['400', 1, answered(400), { state: 'failed', lastStatus: 400, lastError: 'status 400' }],
    ['410', 1, answered(410), { state: 'failed', lastStatus: 410, lastError: 'status 410' }],
    ...[408, 409, 425, 500, 503].map(
      (status) =>
        [
          String(status),
          1,
          answered(status),
          { nextAt: now + 1_000, lastStatus: status, lastError: `status ${status}` },
        ] as const,
    ),
    [
      '429 with a wish',
      1,
      answered(429, now + 9_000),
      { nextAt: now + 9_000, lastStatus: 429, lastError: 'status 429' },
    ],
    [
      'a wish for next year',
      1,
      answered(503, now + 1e10),
      { nextAt: now + 3_600_000, lastStatus: 503, lastError: 'status 503' },
    ],
    [
      'unreached',
      3,
      { kind: 'unreached', reason: 'ECONNREFUSED' },
      { nextAt: now + 4_000, lastError: 'ECONNREFUSED' },
    ],
    [
      'unreachable for good',
      1,
      { kind: 'unreached', reason: 'no', final: true },
      { state: 'failed', lastError: 'no' },
    ],
    [
      'the last attempt',
      MAX_ATTEMPTS,
      answered(500),
      { state: 'failed', lastStatus: 500, lastError: 'status 500' },
    ],
  ];
  it.each(cases)('%s', (_, attempts, attempt, change) => {
    const before = row('1', { attempts, lastStatus: 500, lastError: 'before' });
    expect(settle(before, attempt, { now, random: 0.5 })).toEqual(row('1', { attempts, ...change }));
  });

  it('waits twice as long each time, up to an hour, a fifth more or less', () => {
    expect([1, 2, 3, 12, 13, 20].map((n) => backOffMs(n, 0.5))).toEqual([
      1_000, 2_000, 4_000, 2_048_000, 3_600_000, 3_600_000,
    ]);
    expect([backOffMs(1, 0), backOffMs(1, 1)]).toEqual([800, 1_200]);
  });
});
