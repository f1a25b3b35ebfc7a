import type { User } from '../domain/person.ts';
import { epochMs, int, type Json, obj, str } from './bilibili.external.ts';
import { type Item, inSeconds, unknownItem } from './bilibili-item.ts';
import { bilibiliUser, medalOf } from './bilibili-user.ts';
import { fromBase64, pbInt, pbMessages, pbText, readFields } from './protobuf.external.ts';

/** INTERACT_WORD: `msg_type` 1 enters, 2 follows, 3 shares, 4 and 5 follow in other ways. */
export function interactWord(data: Json): Item {
  const medal = medalOf(data.fans_medal);
  const actor = bilibiliUser({
    uid: data.uid,
    name: str(data.uname) || obj(obj(data.uinfo).base).uname,
    guardLevel: data.privilege_type ?? obj(data.fans_medal).guard_level,
    medal,
  });
  const stamp = str(data.trigger_time) || str(data.timestamp);
  return interaction(int(data.msg_type), actor, stamp, epochMs(data.timestamp));
}

/** INTERACT_WORD_V2: the same as protocol buffer, or already decoded by a recorder. */
export function interactWordV2(data: Json): Item {
  if (data.uid !== undefined) return interactWord(data);
  const bytes = fromBase64(str(data.pb));
  const fields = bytes === null ? null : readFields(bytes);
  const name = fields === null ? '' : pbText(fields, 2);
  if (fields === null || name === '') return unknownItem('INTERACT_WORD_V2');
  const medal = pbMessages(fields, 9)[0];
  const actor = bilibiliUser({
    uid: pbInt(fields, 1),
    name,
    guardLevel: pbInt(fields, 16),
    medal: medal && medalOf({ medal_name: pbText(medal, 3), medal_level: int(pbInt(medal, 2)) }),
  });
  const stamp = pbInt(fields, 15) || pbInt(fields, 7);
  return interaction(int(pbInt(fields, 5)), actor, stamp, epochMs(pbInt(fields, 7)));
}

/** ENTRY_EFFECT: a guard's or a guest's entrance, the name inside `<% %>`. */
export function entryEffect(data: Json): Item {
  const text = str(data.copy_writing).replace(/<%(.*?)%>/g, '$1');
  const name = /<%(.*?)%>/.exec(str(data.copy_writing))?.[1] ?? '';
  const actor = bilibiliUser({ uid: data.uid, name, face: data.face, guardLevel: data.privilege_type });
  const stamp = str(data.trigger_time);
  const key = `effect.${str(data.uid)}.${stamp}`;
  return inSeconds({ kind: 'enter', body: { text: text.slice(0, 10_000) }, actor }, key, epochMs(stamp));
}

/** LIKE_INFO_V3_CLICK: somebody liked. */
export function likeClick(data: Json): Item {
  const actor = bilibiliUser({ uid: data.uid, name: data.uname, medal: medalOf(data.fans_medal) });
  return inSeconds({ kind: 'like', body: { count: 1 }, actor }, '', null);
}

function interaction(type: number, actor: User, stamp: string, at: number | null): Item {
  const key = `${actor.id ?? actor.name}.${stamp}`;
  switch (type) {
    case 2:
    case 4:
    case 5:
      return inSeconds({ kind: 'follow', body: {}, actor }, key, at);
    case 3:
      return inSeconds({ kind: 'share', body: {}, actor }, key, at);
    default:
      return inSeconds({ kind: 'enter', body: {}, actor }, key, at);
  }
}
