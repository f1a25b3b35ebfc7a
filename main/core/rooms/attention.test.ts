import { describe, expect, it } from 'vitest';
import type { Flag } from '../../../shared/domain/flag.ts';
import { yuan } from '../../../shared/domain/money.ts';
import { attentionOf } from './attention.ts';

const flag = (more: Partial<Flag>): Flag => ({
  id: 'f',
  roomId: 'r',
  category: 'ad',
  severity: 'low',
  state: 'open',
  members: [],
  memberCount: 1,
  bystanders: [],
  count: 1,
  evidence: [],
  reasons: [],
  score: 1,
  by: 'x',
  firstAt: 0,
  lastAt: 0,
  dueAt: 100,
  actionIds: [],
  ticketIds: [],
  updatedAt: 0,
  version: 1,
  ...more,
});

describe('which room needs a person', () => {
  it.each([
    [
      'a raid before all',
      [flag({ category: 'raid', severity: 'high', memberCount: 30 })],
      'heard',
      10,
      '冲房：30 个账号',
    ],
    [
      'money at stake',
      [flag({ category: 'dispute', severity: 'mid', stake: yuan(131_400) })],
      'heard',
      10,
      '纠纷涉及 ¥1314',
    ],
    ['lateness', [flag({})], 'heard', 200, '1 条待处理已超时'],
    ['a source that is down', [], 'cut', 10, '信号中断'],
    ['a source that failed', [], 'failed', 10, '连接失败，需要处理'],
    ['open flags', [flag({}), flag({ id: 'g' })], 'heard', 10, '2 条待处理'],
    ['nothing', [], 'heard', 10, undefined],
  ] as const)('%s', (_, flags, hearing, now, zh) => {
    expect(attentionOf(flags, hearing, now).why?.zh).toBe(zh);
  });
  it('ranks the severe above the many', () => {
    const many = Array.from({ length: 10 }, (_, i) => flag({ id: String(i) }));
    expect(attentionOf([flag({ severity: 'high', category: 'abuse' })], 'heard', 0).score).toBeGreaterThan(
      attentionOf(many, 'heard', 0).score,
    );
  });
});
