import type { LiveEvent } from '../../shared/domain/event.ts';
import { type Arrival, normalise } from './normalise.ts';

/** The same events in the short form, as a platform would send them. */
export const SHORT_SAMPLES: readonly Readonly<Record<string, unknown>>[] = [
  {
    seq: 1,
    kind: 'chat',
    id: 'm-1001',
    at: 1_760_000_000_000,
    user: { id: 'u-7', name: '小舟', level: 12, medal: { name: '长风', level: 5 } },
    text: '主播今天打几把？',
  },
  {
    seq: 2,
    kind: 'gift',
    id: 'g-2001',
    at: 1_760_000_001_000,
    user: { id: 'u-8', name: '晚灯', guardTier: 3 },
    gift: { id: '31', name: '星河', count: 3, unit: 'CNY', amountMinor: '2970', scale: 2 },
  },
  {
    seq: 3,
    kind: 'superchat',
    id: 's-3001',
    at: 1_760_000_002_000,
    user: { id: 'u-9', name: '麦田' },
    text: '生日快乐！',
    superchat: { unit: 'CNY', amountMinor: '3000', scale: 2 },
  },
  {
    seq: 4,
    kind: 'membership',
    id: 'b-4001',
    user: { id: 'u-8', name: '晚灯' },
    membership: {
      tier: '3',
      name: '舰长',
      months: 1,
      source: 'renew',
      unit: 'coin',
      amountMinor: '1980',
      scale: 1,
    },
  },
  { seq: 5, kind: 'enter', id: 'e-5001', user: { id: 'u-10', name: '路过的人' } },
  {
    seq: 6,
    kind: 'mod_action',
    id: 'a-6001',
    target: { id: 'u-11', name: '刷子' },
    mod: {
      action: 'mute',
      durationSec: 600,
      origin: 'self',
      correlationId: '0b2f6f0e-3c1d-4a60-9a57-3f5b9a1f2a10',
    },
  },
];

const ARRIVAL: Arrival = {
  roomId: 'sample',
  source: 'ingress/main',
  session: 'sample',
  receivedAt: 1_760_000_003_000,
};

/** A few of each kind a platform can send. */
export const INGRESS_SAMPLES: readonly LiveEvent[] = SHORT_SAMPLES.flatMap((event, index) => {
  const result = normalise(event, ARRIVAL);
  return result.ok ? [{ ...result.value, seq: index }] : [];
});
