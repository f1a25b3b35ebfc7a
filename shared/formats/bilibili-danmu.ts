import type { EventBodies, Fragment } from '../domain/event.ts';
import type { User } from '../domain/person.ts';
import { arr, epochMs, idOf, int, type Json, obj, parseJson, str } from './bilibili.external.ts';
import { bilibiliUser, medalOfArray } from './bilibili-user.ts';

/** A chat message of the web protocol (DANMU_MSG): an array whose places have meaning. */
export interface Danmu {
  readonly body: EventBodies['chat'];
  readonly actor: User;
  readonly occurredAt: number | null;
  readonly key: string;
}

/** Reads `info`; null where it has no text. */
export function readDanmu(packet: Json): Danmu | null {
  const info = arr(packet.info);
  const meta = arr(info[0]);
  const text = info[1];
  if (typeof text !== 'string') return null;
  const mode = obj(meta[15]);
  const extra = extraOf(mode.extra);
  const user = arr(info[2]);
  const base = obj(obj(mode.user).base);
  const uid = idOf(user[0]);
  const key = str(extra.id_str) || `${uid ?? str(meta[7])}.${str(meta[4])}.${str(meta[5])}`;
  return {
    actor: bilibiliUser({
      uid,
      name: str(user[1]) || base.name,
      face: base.face,
      isMod: int(user[2]) === 1,
      guardLevel: info[7],
      level: arr(info[4])[0],
      medal: medalOfArray(info[3]),
    }),
    body: {
      messageId: key,
      text,
      ...fragmentsOf(text, int(meta[12]), meta[13], extra),
      ...replyOf(extra),
    },
    occurredAt: epochMs(meta[4]),
    key,
  };
}

function extraOf(value: unknown): Json {
  if (typeof value !== 'string') return obj(value);
  try {
    return obj(parseJson(value));
  } catch {
    return {};
  }
}

function replyOf(extra: Json): { readonly replyTo?: { readonly messageId: string; readonly name: string } } {
  const name = str(extra.reply_uname);
  return name === '' ? {} : { replyTo: { messageId: str(extra.reply_mid), name } };
}

/** `dm_type` 1 is a picture as the whole message; `emots` names pictures inside the text. */
function fragmentsOf(
  text: string,
  dmType: number,
  picture: unknown,
  extra: Json,
): { readonly fragments?: readonly Fragment[] } {
  if (dmType === 1) {
    const emoteId = str(obj(picture).emoticon_unique).slice(0, 256);
    return { fragments: [{ type: 'emote', text, ...(emoteId === '' ? {} : { emoteId }) }] };
  }
  const emotes = obj(extra.emots);
  const names = Object.keys(emotes);
  if (names.length === 0 || names.length > 50) return {};
  const parts = text.split(/(\[[^[\]]{1,16}\])/).filter((part) => part !== '');
  return {
    fragments: parts.slice(0, 500).map((part) => {
      if (!Object.hasOwn(emotes, part)) return { type: 'text', text: part };
      return { type: 'emote', text: part, emoteId: str(obj(emotes[part]).emoticon_unique).slice(0, 256) };
    }),
  };
}
