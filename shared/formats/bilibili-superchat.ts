import type { EventBodies } from '../domain/event.ts';
import { epochMs, int, type Json, obj, str } from './bilibili.external.ts';
import { type Item, inSeconds, system } from './bilibili-item.ts';
import { paidYuan } from './bilibili-money.ts';
import { bilibiliUser, medalOf } from './bilibili-user.ts';
import type { Occurrences } from './occurrence.ts';

/**
 * SUPER_CHAT_MESSAGE and its _JPN twin carry the same id: whichever comes first counts, the other is
 * kept as a note that relates to it.
 */
export function superChat(cmd: string, data: Json, seen: Occurrences): Item {
  const scId = str(data.id);
  const isTwin = cmd === 'SUPER_CHAT_MESSAGE_JPN';
  const translation = str(data.message_jpn) || str(data.message_trans);
  if (scId !== '' && seen.next(scId) > 0) {
    const code = isTwin ? 'superchat_translation' : 'superchat_repeat';
    return system(code, translation || str(data.message), `${code}.${scId}`, scId);
  }
  const user = obj(data.user_info);
  const startsAt = epochMs(data.start_time);
  const endsAt = epochMs(data.end_time);
  const body: EventBodies['superchat'] = {
    scId,
    text: str(data.message),
    paid: paidYuan(data.price),
    ...(startsAt === null ? {} : { startsAt }),
    ...(endsAt === null ? {} : { endsAt }),
    ...(translation === '' ? {} : { translation }),
  };
  const actor = bilibiliUser({
    uid: data.uid,
    name: user.uname,
    face: user.face,
    guardLevel: user.guard_level,
    level: user.user_level,
    isMod: int(user.manager) === 1,
    medal: medalOf(data.medal_info),
  });
  return inSeconds({ kind: 'superchat', body, actor }, scId, epochMs(data.ts) ?? startsAt);
}

/** One note for each id a deletion names. */
export function superChatDeleted(ids: readonly unknown[]): readonly Item[] {
  return ids.slice(0, 500).map((id) => system('superchat_deleted', '', `deleted.${str(id)}`, str(id)));
}
