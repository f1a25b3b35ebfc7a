import type { Capability } from '../../shared/plugin/plugin.ts';

/** The simulated platform offers everything, and tells what it did as events of the room. */
export const DEMO_CAPABILITIES: readonly Capability[] = [
  { action: 'warn', mode: 'api', reversible: false, confirmBy: 'event', targetNeeds: 'userId', textMax: 200 },
  {
    action: 'mute',
    mode: 'api',
    minSec: 1,
    maxSec: 2_592_000,
    permanent: true,
    reasonMax: 200,
    targetNeeds: 'userId',
    reversible: true,
    confirmBy: 'event',
    rate: { n: 60, perSec: 10 },
  },
  { action: 'unmute', mode: 'api', targetNeeds: 'userId', reversible: true, confirmBy: 'event' },
  {
    action: 'ban',
    mode: 'api',
    permanent: true,
    reasonMax: 200,
    targetNeeds: 'userId',
    reversible: true,
    confirmBy: 'event',
  },
  { action: 'unban', mode: 'api', targetNeeds: 'userId', reversible: true, confirmBy: 'event' },
  { action: 'delete', mode: 'api', targetNeeds: 'messageId', reversible: false, confirmBy: 'event' },
  {
    action: 'slow_mode',
    mode: 'api',
    maxSec: 120,
    targetNeeds: 'none',
    reversible: true,
    confirmBy: 'event',
  },
  { action: 'room_mute', mode: 'api', targetNeeds: 'none', reversible: true, confirmBy: 'event' },
  {
    action: 'say',
    mode: 'api',
    textMax: 100,
    targetNeeds: 'none',
    reversible: false,
    confirmBy: 'event',
    rate: { n: 10, perSec: 10 },
  },
];
