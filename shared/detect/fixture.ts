import type { EventBodies, EventOf, LiveEvent } from '../domain/event.ts';
import type { User } from '../domain/person.ts';
import type { BuiltinCategory, Verdict } from '../domain/verdict.ts';
import { createDetector } from './detector.ts';
import type { Detector, DetectorOptions } from './types.ts';

/** A viewer for tests. */
export function someone(id: string, more: Partial<User> = {}): User {
  return { id, idKind: 'uid', name: id, roles: [], badges: [], anonymous: false, actionable: true, ...more };
}

const START = 1_760_000_000_000;

/** An event of any kind for tests; `at` is ms after a fixed start. */
export function happened<K extends LiveEvent['kind']>(
  kind: K,
  body: EventBodies[K],
  at: number,
  actor?: User,
  more: Partial<EventOf<K>> = {},
): LiveEvent {
  const made = {
    v: 1,
    eventId: `text:room:${kind}:${at}-${actor?.id ?? ''}`,
    platform: 'text',
    source: 'test',
    session: 's',
    seq: at,
    roomId: 'room',
    occurredAt: START + at,
    tsPrecision: 'ms',
    receivedAt: START + at,
    historical: false,
    raw: { encoding: 'none', data: '' },
    parserVersion: '1',
    ...(actor === undefined ? {} : { actor }),
    kind,
    body,
    ...more,
  };
  return made as unknown as LiveEvent;
}

/** A chat message for tests. */
export function said(text: string, at = 0, actor: User | undefined = someone('viewer')): LiveEvent {
  return happened('chat', { messageId: `m${at}`, text }, at, actor);
}

/** A detector with nothing learnt, for tests. */
export function detectorOf(more: Partial<DetectorOptions> = {}): Detector {
  return createDetector({
    roomId: 'room',
    budgetPerThousand: 3,
    memory: { hype: [], allowedPersons: [], allowedTexts: [] },
    ...more,
  });
}

/** The categories that flag a text said once by somebody unknown. */
export function flagsOf(text: string, more: Partial<DetectorOptions> = {}): readonly string[] {
  return detectorOf(more)
    .inspect({ event: said(text) })
    .filter((verdict) => verdict.flag)
    .map((verdict) => verdict.category);
}

/** The score of one category. */
export function scoreIn(verdicts: readonly Verdict[], category: BuiltinCategory): number {
  return verdicts.find((verdict) => verdict.category === category)?.score ?? 0;
}
