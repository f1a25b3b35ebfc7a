import type { User } from '../domain/person.ts';
import { arr, idOf, int, type Json, obj, str } from './bilibili.external.ts';

type Medal = NonNullable<User['medal']>;

/** What packets tell of a person, in whichever shape. */
export interface Person {
  readonly uid: unknown;
  readonly name: unknown;
  readonly face?: unknown;
  readonly guardLevel?: unknown;
  readonly level?: unknown;
  readonly isMod?: boolean;
  readonly medal?: Medal | undefined;
  readonly openId?: boolean;
}

/** A Bilibili user. Masked people (`uid` 0) have no id and nothing can be done to them. */
export function bilibiliUser(person: Person): User {
  const id = idOf(person.uid);
  const tier = guardTier(person.guardLevel);
  const avatar = str(person.face);
  const level = int(person.level);
  return {
    id,
    idKind: id === null ? 'masked' : person.openId ? 'open_id' : 'uid',
    name: str(person.name),
    ...(avatar !== '' && avatar.length <= 2048 ? { avatar } : {}),
    roles: [
      ...(person.isMod ? (['mod'] as const) : []),
      ...(tier === undefined ? [] : (['member'] as const)),
    ],
    badges: [],
    ...(person.medal ? { medal: person.medal } : {}),
    ...(tier === undefined ? {} : { guardTier: tier }),
    ...(level > 0 ? { level } : {}),
    anonymous: id === null,
    actionable: id !== null && person.openId !== true,
  };
}

/** 1 总督, 2 提督, 3 舰长; undefined otherwise. */
export function guardTier(value: unknown): 1 | 2 | 3 | undefined {
  const level = int(value);
  return level === 1 || level === 2 || level === 3 ? level : undefined;
}

/** Name of a guard tier. */
export function guardName(tier: number): string {
  return ['', '总督', '提督', '舰长'][tier] ?? '';
}

/** The fan badge of `medal_info` and `fans_medal` objects. */
export function medalOf(value: unknown): Medal | undefined {
  const medal = obj(value);
  return makeMedal(medal.medal_name, medal.medal_level, medal.anchor_roomid ?? medal.room_id);
}

/** The fan badge of DANMU_MSG's array: level, name, streamer, room. */
export function medalOfArray(value: unknown): Medal | undefined {
  const medal = arr(value);
  return makeMedal(medal[1], medal[0], medal[3]);
}

/** The badge fields the open platform puts on every message. */
export function medalOfOpen(data: Json): Medal | undefined {
  return data.fans_medal_wearing_status === true || int(data.fans_medal_wearing_status) === 1
    ? makeMedal(data.fans_medal_name, data.fans_medal_level, undefined)
    : undefined;
}

function makeMedal(name: unknown, level: unknown, room: unknown): Medal | undefined {
  const text = str(name);
  if (text === '' || text.length > 64) return undefined;
  const roomId = idOf(room);
  return { name: text, level: int(level), ...(roomId === null ? {} : { roomId }) };
}
