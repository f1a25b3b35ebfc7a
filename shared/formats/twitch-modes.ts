import type { EventBodies } from '../domain/event.ts';

/** What a ROOMSTATE line says; it may carry all modes or just the one that changed. */
export function roomState(tags: ReadonlyMap<string, string>): EventBodies['room_state'] {
  const slow = integer(tags.get('slow'));
  const followers = integer(tags.get('followers-only'));
  return {
    ...(slow === undefined || slow < 0 ? {} : { slowSec: slow }),
    // -1 means off; 0 means every follower.
    ...(followers === undefined ? {} : { followerMin: followers < 0 ? null : followers }),
    ...flag('subsOnly', tags.get('subs-only')),
    ...flag('emoteOnly', tags.get('emote-only')),
    ...flag('unique', tags.get('r9k')),
  };
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function flag<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: boolean } {
  return value === '0' || value === '1' ? ({ [name]: value === '1' } as { readonly [P in K]?: boolean }) : {};
}
