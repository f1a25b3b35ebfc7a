import { fenOf } from '../domain/money.ts';
import { exhaustive } from '../domain/result.ts';
import type { Matcher } from './condition.ts';
import { NO, type Scene, type Tri, UNKNOWN, YES } from './scene.ts';

const DAY = 86_400_000;

/** The answer about the person who sent the event; what nobody knows is unknown. */
export function personAnswer(
  matcher: Extract<Matcher, { readonly kind: 'person' | 'first_message' }>,
  scene: Scene,
): Tri {
  if (matcher.kind === 'first_message') return firstMessage(scene);
  const value = attributeOf(matcher.attribute, scene);
  if (value === undefined) return UNKNOWN;
  return compare(value, matcher.is, matcher.value);
}

/** The answer about the room and the time. */
export function roomAnswer(
  matcher: Extract<Matcher, { readonly kind: 'room' | 'viewers' | 'phase' | 'time' }>,
  scene: Scene,
): Tri {
  const { modes, startedAt } = scene.room;
  switch (matcher.kind) {
    case 'room':
      return roomState(matcher.state, scene);
    case 'viewers':
      return modes.viewers === undefined ? UNKNOWN : compare(modes.viewers, matcher.is, matcher.value);
    case 'phase':
      return startedAt === undefined
        ? UNKNOWN
        : compare((scene.at - startedAt) / 60_000, matcher.is, matcher.minutes);
    case 'time':
      return isInTime(matcher, scene.at) ? YES : NO;
    default:
      return exhaustive(matcher);
  }
}

function firstMessage(scene: Scene): Tri {
  const { actor } = scene.event;
  if (actor?.firstMessage !== undefined) return actor.firstMessage ? YES : NO;
  const facts = factsOf(scene);
  return facts === undefined ? UNKNOWN : facts.messages === 0 ? YES : NO;
}

function attributeOf(
  attribute: Extract<Matcher, { readonly kind: 'person' }>['attribute'],
  scene: Scene,
): number | undefined {
  const { actor } = scene.event;
  if (actor === undefined) return undefined;
  switch (attribute) {
    case 'account_days':
      return actor.createdAt === undefined ? undefined : (scene.at - actor.createdAt) / DAY;
    case 'level':
      return actor.level;
    case 'medal_level':
      return actor.medal?.level ?? 0;
    case 'known_days': {
      const facts = factsOf(scene);
      return facts === undefined ? undefined : (scene.at - (facts.firstSeenAt ?? scene.at)) / DAY;
    }
    case 'messages':
      return factsOf(scene)?.messages;
    case 'sanctions':
      return factsOf(scene)?.sanctions;
    case 'disputes':
      return factsOf(scene)?.disputes;
    case 'spent_fen':
      return spentFen(scene);
    default:
      return exhaustive(attribute);
  }
}

/** Money of units without a fixed rate counts as none: it can make a sum too small, never too large. */
export function spentFen(scene: Pick<Scene, 'facts' | 'missFacts' | 'event'>): number | undefined {
  const facts = factsOf(scene);
  if (facts === undefined) return undefined;
  return Number(facts.totals.reduce((sum, money) => sum + (fenOf(money) ?? 0n), 0n));
}

function factsOf(scene: Pick<Scene, 'facts' | 'missFacts' | 'event'>): Scene['facts'] {
  if (scene.facts === undefined && scene.event.actor !== undefined) scene.missFacts();
  return scene.facts;
}

function roomState(state: Extract<Matcher, { readonly kind: 'room' }>['state'], { room }: Scene): Tri {
  const { modes } = room;
  switch (state) {
    case 'live':
      return known(modes.live);
    case 'slow_mode':
      return known(modes.slowSec === undefined ? undefined : (modes.slowSec ?? 0) > 0);
    case 'room_mute':
      return known(modes.roomMute);
    case 'subs_only':
      return known(modes.subsOnly);
    case 'emote_only':
      return known(modes.emoteOnly);
    case 'emergency':
      return modes.emergency === undefined ? NO : YES;
    default:
      return exhaustive(state);
  }
}

function known(is: boolean | undefined): Tri {
  return is === undefined ? UNKNOWN : is ? YES : NO;
}

function compare(value: number, is: 'at_least' | 'below', limit: number): Tri {
  return (is === 'at_least' ? value >= limit : value < limit) ? YES : NO;
}

function isInTime(matcher: Extract<Matcher, { readonly kind: 'time' }>, at: number): boolean {
  const local = at + matcher.utcOffsetMin * 60_000;
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(local / DAY) + 4) % 7;
  if (matcher.weekdays !== undefined && !matcher.weekdays.includes(weekday)) return false;
  const minute = Math.floor((local - Math.floor(local / DAY) * DAY) / 60_000);
  const from = minuteOf(matcher.from);
  const to = minuteOf(matcher.to);
  if (from <= to) return minute >= from && minute < to;
  return minute >= from || minute < to;
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
