import { ACTION_KINDS, type Action, type ActionKind } from '../domain/action.ts';
import { SYSTEM } from '../domain/actor.ts';
import type { LiveEvent } from '../domain/event.ts';
import { parseEvent } from '../domain/event-schema.ts';
import type { Capability, Connection, PluginDescription } from './plugin.ts';

/**
 * What every plugin promises, checked without a test library: each function returns what is wrong, one
 * plain sentence each, and nothing where all is well. Plugins' tests expect an empty list.
 */
export function checkDescription<S>(plugin: PluginDescription<S>, settings: unknown): readonly string[] {
  const parsed = plugin.settings.safeParse(settings);
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9_-]{1,31}$/.test(plugin.id)) problems.push(`id ${plugin.id} is not short and plain`);
  if (plugin.name.zh === '' || plugin.name.en === '') problems.push('the name lacks a language');
  if (!parsed.success) return [...problems, `settings are refused: ${parsed.error.message}`];
  if (plugin.settings.safeParse('nonsense').success) problems.push('settings accept a plain string');
  return [
    ...problems,
    ...checkCapabilities(plugin.capabilities(parsed.data)),
    ...checkEvents(plugin.samples),
  ];
}

/** Each action once, with limits that make sense. */
export function checkCapabilities(capabilities: readonly Capability[]): readonly string[] {
  const problems: string[] = [];
  const seen = new Set<ActionKind>();
  for (const one of capabilities) {
    const say = (what: string): number => problems.push(`${one.action}: ${what}`);
    if (!ACTION_KINDS.includes(one.action)) say('no known action');
    if (seen.has(one.action)) say('told twice');
    seen.add(one.action);
    if ((one.minSec ?? 0) < 0 || (one.minSec ?? 0) > (one.maxSec ?? Number.POSITIVE_INFINITY)) {
      say('the shortest time is longer than the longest');
    }
    if (one.rate && !(one.rate.n > 0 && one.rate.perSec > 0)) say('the rate allows nothing');
    if (one.mode === 'api' && TARGETED.includes(one.action) && one.targetNeeds === undefined) {
      say('does not say what it needs to know of its target');
    }
  }
  return problems;
}

/** Events that keep the schema and have ids of their own. */
export function checkEvents(events: readonly LiveEvent[]): readonly string[] {
  const problems = events.flatMap((event) => {
    const parsed = parseEvent(event);
    return parsed.ok ? [] : [`${event.eventId}: ${parsed.fault.detail}`];
  });
  const ids = new Set(events.map((event) => event.eventId));
  if (ids.size < events.length) problems.push(`${events.length - ids.size} event ids come twice`);
  return problems;
}

/** Numbers of each session from 0 without holes, in the order of delivery. */
export function checkNumbers(events: readonly LiveEvent[]): readonly string[] {
  const next = new Map<string, number>();
  return events.flatMap((event) => {
    const expected = next.get(event.session) ?? 0;
    next.set(event.session, event.seq + 1);
    return event.seq === expected ? [] : [`session ${event.session}: ${event.seq} where ${expected} was due`];
  });
}

/** Actions the plugin does not offer fail as `unsupported`, as values and not as exceptions. */
export async function checkUnsupported(
  connection: Connection,
  capabilities: readonly Capability[],
): Promise<readonly string[]> {
  const offered = new Set(capabilities.filter((one) => one.mode === 'api').map((one) => one.action));
  const problems: string[] = [];
  for (const kind of ACTION_KINDS) {
    if (offered.has(kind)) continue;
    const result = await connection.perform(actionOf(kind));
    if (result.kind !== 'failed' || result.errorClass !== 'unsupported') {
      problems.push(`${kind} is not offered, but answers ${result.kind}`);
    }
  }
  return problems;
}

/** An action as the core hands it over, for tests. */
export function actionOf(kind: ActionKind, more: Partial<Action> = {}): Action {
  return {
    id: `contract-${kind}`,
    roomId: 'contract',
    kind,
    actor: SYSTEM,
    requestedAt: 0,
    state: 'requested',
    receipts: [],
    undo: { possible: false },
    ...more,
  };
}

const TARGETED: readonly ActionKind[] = ['warn', 'mute', 'unmute', 'ban', 'unban', 'delete'];
