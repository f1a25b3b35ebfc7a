import type { ActionKind } from '../../../shared/domain/action.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';

/** A core whose room talks, and what its rules did there. */
export interface RulesBench extends TestCore {
  /** Says something in the room and waits until it is stored and acted on; gives the event's id. */
  readonly say: (text: string, user?: string, more?: Parameters<typeof chatEvent>[0]) => Promise<string>;
  /** Waits until an event is stored and told of. */
  readonly stored: (eventId: string) => Promise<void>;
  /** Writes a rule and takes it live by way of the shadow. */
  readonly live: (ruleId: string, definition: RuleDefinition) => Promise<void>;
  readonly ruleFlags: () => readonly Flag[];
  /** What the platform was asked for: action, person, seconds. */
  readonly asked: () => readonly (readonly [ActionKind, string | undefined, number | null | undefined])[];
}

/** Starts it; hand in a store and a platform to start again on what was kept. */
export async function startRulesBench(given: Parameters<typeof startTestCore>[0] = {}): Promise<RulesBench> {
  const test = await startTestCore(given);
  let serial = 0;
  const stored = async (eventId: string): Promise<void> => {
    for (let turn = 0; turn < 400 && (await test.store.eventById(eventId)) === null; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 2));
    // The commit is told of in the turn after.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...test,
    stored,
    async say(text, user = 'a', more = {}) {
      serial += 1;
      const event = chatEvent({ key: `k${serial}`, user, text, at: Date.now(), ...more });
      await test.platform.say([event]);
      await stored(event.eventId);
      await test.core.services.rules.settled();
      return event.eventId;
    },
    async live(ruleId, definition) {
      const { rules } = test.supervisor;
      await rules.save({ ruleId, baseVersion: 0, definition });
      await rules.stage({ ruleId, version: 1, state: 'shadow' });
      await rules.stage({ ruleId, version: 1, state: 'live' });
    },
    ruleFlags: () =>
      [...test.core.services.desk.flags.values()].filter((flag) => flag.category.startsWith('rule:')),
    asked: () => test.platform.asked.map((action) => [action.kind, action.target?.id, action.durationSec]),
  };
}

/** A rule that finds words of its own. */
export function wordRule(words: readonly string[], more: Partial<RuleDefinition> = {}): RuleDefinition {
  return { ...blankRule('不许提暗号'), when: { kind: 'words', lists: [], words }, ...more };
}

/** A warning, a minute, ten minutes. */
export const LADDER = {
  kind: 'ladder',
  steps: [
    { action: 'warn', text: '请注意言辞' },
    { action: 'mute', durationSec: 60, deletes: true },
    { action: 'mute', durationSec: 600 },
  ],
  memoryMin: 60,
  restSec: 5,
  maxPerMinute: 10,
} as const;
