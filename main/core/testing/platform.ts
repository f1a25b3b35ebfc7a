import { z } from 'zod';
import type { Action } from '../../../shared/domain/action.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { User } from '../../../shared/domain/person.ts';
import type {
  Capability,
  ConnectContext,
  PerformResult,
  PluginDescription,
} from '../../../shared/plugin/plugin.ts';
import { anyEvent } from '../../../shared/testing/events.ts';

/** A platform under a test's hand: it says what it is told to say and answers as told. */
export interface TestPlatform {
  readonly plugin: PluginDescription;
  /** Sends events into the room. */
  readonly say: (events: readonly LiveEvent[]) => Promise<void>;
  /** What was asked of it, in order. */
  readonly asked: Action[];
  /** How it answers; `accepted` unless set. */
  answer: (action: Action) => PerformResult | Promise<PerformResult>;
  /** Whether it tells of a moderation action by an event, as real ones do. */
  tells: boolean;
}

const CAPABILITIES: readonly Capability[] = (
  ['warn', 'mute', 'unmute', 'ban', 'unban', 'delete', 'slow_mode', 'room_mute', 'say'] as const
).map((action) => ({
  action,
  mode: 'api',
  ...(action === 'mute' ? { minSec: 1, maxSec: 1_209_600, permanent: true } : {}),
  targetNeeds:
    action === 'delete'
      ? 'messageId'
      : action === 'slow_mode' || action === 'room_mute' || action === 'say'
        ? 'none'
        : 'userId',
  reversible: action === 'mute' || action === 'ban',
  confirmBy: 'event',
}));

/** Makes one; its plugin id is `test`. */
export function createTestPlatform(): TestPlatform {
  const contexts = new Map<string, ConnectContext<unknown>>();
  let serial = 0;
  const platform: TestPlatform = {
    asked: [],
    tells: true,
    answer: () => ({ kind: 'accepted' }),
    async say(events) {
      for (const event of events) await contexts.get(event.roomId)?.emit([event]);
    },
    plugin: {
      id: 'test',
      platform: 'demo',
      name: { zh: '测试', en: 'Test' },
      settings: z.looseObject({}),
      capabilities: () => CAPABILITIES,
      samples: [],
      connect(context) {
        contexts.set(context.roomId, context);
        context.status({ state: 'live' });
        return {
          async perform(action) {
            platform.asked.push(action);
            const result = await platform.answer(action);
            if (result.kind === 'accepted' && platform.tells) {
              serial += 1;
              await context.emit([toldOf(action, context, serial)]);
            }
            return result;
          },
          async close() {
            contexts.delete(context.roomId);
          },
        };
      },
    },
  };
  return platform;
}

function toldOf(action: Action, context: ConnectContext<unknown>, serial: number): LiveEvent {
  const target: User | undefined =
    action.target === undefined
      ? undefined
      : {
          id: action.target.nativeId,
          idKind: 'uid',
          name: action.target.name,
          roles: [],
          badges: [],
          anonymous: false,
          actionable: true,
        };
  const told = anyEvent(
    'mod_action',
    {
      action: action.kind,
      origin: 'self',
      correlationId: action.id,
      ...(action.value === undefined ? {} : { value: action.value }),
      ...(action.messageId === undefined ? {} : { messageId: action.messageId }),
      ...(action.durationSec == null ? {} : { durationSec: action.durationSec }),
    },
    { key: `told-${serial}`, roomId: context.roomId, at: context.clock.now() },
  );
  return { ...told, ...(target === undefined ? {} : { target }) };
}
