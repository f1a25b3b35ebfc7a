import type { TFunction } from 'i18next';

/** Entries a page of the record. */
export const PAGE = 200;

/** Where the page before begins; null when this one reaches the first entry. `entries` newest first. */
export function olderFrom(entries: readonly { readonly seq: number }[]): number | null {
  const oldest = entries.at(-1)?.seq;
  return oldest === undefined || oldest <= 1 ? null : Math.max(1, oldest - PAGE);
}

/** Words the core writes as codes; everything else is somebody's own text. */
const CODES: Readonly<Record<string, string>> = {
  mute: 'common:action.mute',
  unmute: 'common:action.unmute',
  warn: 'common:action.warn',
  ban: 'common:action.ban',
  unban: 'common:action.unban',
  delete: 'common:action.delete',
  slow_mode: 'common:action.slow_mode',
  room_mute: 'common:action.room_mute',
  say: 'common:action.say',
  hype: 'common:dismiss.hype',
  joke: 'common:dismiss.joke',
  wrong: 'common:dismiss.wrong',
  regular: 'common:dismiss.regular',
  allowed: 'common:dismiss.allowed',
  other: 'common:dismiss.other',
  controller: 'common:roles.controller',
  supervisor: 'common:roles.supervisor',
  streamer: 'common:roles.streamer',
  agent: 'common:roles.agent',
};

/** An entry's detail for reading: where all of it is codes, their names; else as it is. */
export function readableDetail(detail: string | undefined, t: TFunction): string {
  if (detail === undefined) return '';
  const words = detail.split(' ');
  const keys = words.map((word) => CODES[word]);
  return keys.every((key) => key !== undefined) ? keys.map((key) => t(key)).join(' · ') : detail;
}
