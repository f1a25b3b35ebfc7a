import type { TFunction } from 'i18next';
import type { AuditEntry } from '../../../shared/domain/audit.ts';

/** Entries a page of the record. */
export const PAGE = 200;

/** Where the page before begins; null when this one reaches the first entry. `entries` newest first. */
export function olderFrom(entries: readonly { readonly seq: number }[]): number | null {
  const oldest = entries.at(-1)?.seq;
  return oldest === undefined || oldest <= 1 ? null : Math.max(1, oldest - PAGE);
}

const ACTIONS = ['warn', 'mute', 'unmute', 'ban', 'unban', 'delete', 'slow_mode', 'room_mute', 'say'];
const DISMISSALS = ['hype', 'joke', 'wrong', 'regular', 'allowed', 'other'];
const ROLES = ['controller', 'supervisor', 'streamer', 'agent'];
const CATEGORIES = ['abuse', 'ad', 'flood', 'raid', 'dispute', 'appeal'];

/** Words the core writes as codes, by what was done; everything else is somebody's own text. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  action: named('common:action', ACTIONS),
  flag: { ...named('common:category', CATEGORIES), ...named('common:dismiss', DISMISSALS) },
  session: named('common:roles', ROLES),
  room: {
    ...named('supervisor:audit.plugin', ['demo', 'twitch', 'replay', 'ingress']),
    on: 'supervisor:audit.on',
    off: 'supervisor:audit.off',
  },
  ticket: {
    ...named('common:ticketState', ['new', 'open', 'pending', 'solved', 'closed']),
    ...named('common:priority', ['low', 'normal', 'high', 'urgent']),
    ...named('tickets:delivery', ['none', 'waiting', 'delivered', 'failed']),
  },
  learning: {
    ...named('common:category', CATEGORIES),
    ...named('learning:why', ['first', 'nightly', 'quiet', 'request']),
    ...Object.fromEntries(
      ['language', 'examples', 'allowed', 'models', 'budget'].map((part) => [
        part,
        `learning:reset.part.${part}.name`,
      ]),
    ),
  },
  settings: {
    detection: 'settings:nav.detection',
    sla: 'settings:nav.sla',
    emergency: 'settings:nav.emergency',
    retention: 'settings:nav.retention',
    departments: 'settings:tickets.departments',
    ticketHook: 'settings:tickets.hook',
    streamerDelaySec: 'settings:streamer.delay',
    topSupporterFen: 'settings:streamer.top',
  },
};

/** An entry's detail for reading: codes by their names, everything else as it was written. */
export function readableDetail(entry: Pick<AuditEntry, 'what' | 'detail'>, t: TFunction): string {
  const names = ownOf(CODES, entry.what.split('.', 1)[0] ?? '') ?? {};
  return (entry.detail ?? '')
    .split(/\s+/)
    .map((word) =>
      word
        .split('+')
        .map((part) => nameOf(ownOf(names, part), part, t))
        .join(' · '),
    )
    .join(' ');
}

function ownOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function nameOf(key: string | undefined, word: string, t: TFunction): string {
  return key === undefined ? word : t(key);
}

function named(prefix: string, words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [word, `${prefix}.${word}`]));
}
