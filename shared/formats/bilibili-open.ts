import { arr, epochMs, int, type Json, natural, obj, str } from './bilibili.external.ts';
import { guard } from './bilibili-guards.ts';
import { type Item, inSeconds, system, unknownItem } from './bilibili-item.ts';
import { coins, gold, paidGold, paidYuan, silver } from './bilibili-money.ts';
import { superChatDeleted } from './bilibili-superchat.ts';
import { bilibiliUser, medalOfOpen } from './bilibili-user.ts';

/** Whether a command belongs to the open-live platform (PROTOCOLS §2.1). */
export function isOpenCommand(cmd: string): boolean {
  return cmd.startsWith(PREFIX);
}

/** Reads one packet of the open-live platform. `msg_id` is its key. */
export function openPacket(cmd: string, data: Json): readonly Item[] {
  const at = epochMs(data.timestamp);
  const key = str(data.msg_id);
  const actor = actorOf(data);
  switch (cmd.slice(PREFIX.length)) {
    case 'DM':
    case 'DM_MIRROR': {
      const isEmote = int(data.dm_type) === 1;
      const text = str(data.msg);
      const body = {
        messageId: key,
        text,
        ...(isEmote ? { fragments: [{ type: 'emote', text } as const] } : {}),
      };
      return [inSeconds({ kind: 'chat', body, actor }, key, at)];
    }
    case 'SEND_GIFT':
      return [inSeconds({ kind: 'gift', body: giftBody(data), actor }, key, at)];
    case 'GUARD':
      return [openGuard(data, key, at)];
    case 'SUPER_CHAT': {
      const startsAt = epochMs(data.start_time);
      const endsAt = epochMs(data.end_time);
      const scId = str(data.message_id);
      const body = {
        scId,
        text: str(data.message),
        paid: paidYuan(data.rmb),
        ...(startsAt === null ? {} : { startsAt }),
        ...(endsAt === null ? {} : { endsAt }),
      };
      return [inSeconds({ kind: 'superchat', body, actor }, scId || key, at)];
    }
    case 'SUPER_CHAT_DEL':
      return superChatDeleted(arr(data.message_ids));
    case 'LIKE':
      return [
        inSeconds(
          { kind: 'like', body: { count: natural(data.like_count) || 1, windowMs: 2000 }, actor },
          key,
          at,
        ),
      ];
    case 'LIVE_ROOM_ENTER':
      return [inSeconds({ kind: 'enter', body: {}, actor }, key, at)];
    case 'LIVE_START':
    case 'LIVE_END': {
      const title = str(data.title);
      const body = { live: cmd.endsWith('START'), ...(title === '' ? {} : { title }) };
      return [inSeconds({ kind: 'stream_state', body }, key, at)];
    }
    case 'INTERACTION_END':
      return [system('interaction_end', '', key)];
    default:
      return [unknownItem(cmd)];
  }
}

const PREFIX = 'LIVE_OPEN_PLATFORM_';

function actorOf(data: Json) {
  return bilibiliUser({
    uid: data.open_id || data.uid,
    name: data.uname,
    face: data.uface,
    guardLevel: data.guard_level,
    isMod: int(data.is_admin) === 1,
    medal: medalOfOpen(data),
    openId: true,
  });
}

function giftBody(data: Json) {
  const count = Math.max(1, natural(data.gift_num));
  const list = coins(data.price) * BigInt(count);
  const real = data.r_price === undefined ? list : coins(data.r_price) * BigInt(count);
  const combo = obj(data.combo_info);
  const comboId = str(combo.combo_id);
  const receiver = str(obj(data.anchor_info).uname);
  return {
    giftId: str(data.gift_id),
    name: str(data.gift_name),
    count,
    paid: data.paid === true ? paidGold(real) : silver(list),
    ...(comboId === '' ? {} : { combo: { id: comboId, count: natural(combo.combo_count) || count } }),
    ...(obj(data.blind_gift).status === true
      ? { blindBox: { name: str(obj(data.blind_gift).blind_gift_id), dropValue: gold(list) } }
      : {}),
    ...(receiver === '' ? {} : { receiver }),
  };
}

function openGuard(data: Json, key: string, at: number | null): Item {
  const user = obj(data.user_info);
  const news = guard({
    uid: user.open_id || user.uid,
    name: user.uname,
    level: data.guard_level,
    label: '',
    num: data.guard_num,
    price: data.price,
    unit: data.guard_unit,
    source: 'new',
    key,
    at: data.timestamp,
    openId: true,
  });
  return inSeconds({ kind: 'membership', body: news.body, actor: news.actor }, key, at);
}
