import type { EventBodies } from '../domain/event.ts';
import type { User } from '../domain/person.ts';
import { int, type Json, natural, obj, str } from './bilibili.external.ts';
import { coins, gold, paidGold, silver } from './bilibili-money.ts';
import { bilibiliUser, medalOf } from './bilibili-user.ts';
import { fromBase64, type PbFields, pbInt, pbMessages, pbText, readFields } from './protobuf.external.ts';

/** A gift of the web protocol, with its key and time. */
export interface WebGift {
  readonly body: EventBodies['gift'];
  readonly actor: User;
  readonly key: string;
  /** Seconds, as the packet has it. */
  readonly timestamp: unknown;
}

/**
 * Reads SEND_GIFT. `total_coin` is what was paid, also for a blind box; `combo_total_coin` is
 * cumulative and never used. Silver is not money.
 */
export function readGift(data: Json): WebGift {
  const count = Math.max(1, natural(data.num));
  const price = coins(data.price);
  const total = data.total_coin === undefined ? price * BigInt(count) : coins(data.total_coin);
  const blind = obj(data.blind_gift);
  const box = str(blind.original_gift_name) || (data.blind_gift ? '盲盒' : '');
  const batch = obj(data.batch_combo_send);
  const comboId = str(data.batch_combo_id) || str(obj(data.combo_send).combo_id);
  const receiver = str(obj(data.send_master).uname) || str(obj(data.receive_user_info).uname);
  return {
    key: str(data.tid) || str(data.rnd),
    timestamp: data.timestamp,
    actor: bilibiliUser({
      uid: data.uid,
      name: data.uname,
      face: data.face,
      guardLevel: data.guard_level,
      level: data.wealth_level,
      medal: medalOf(data.medal_info),
    }),
    body: {
      giftId: str(data.giftId),
      name: str(data.giftName),
      count,
      paid: str(data.coin_type) === 'gold' ? paidGold(total) : silver(total),
      ...(comboId === ''
        ? {}
        : {
            combo: {
              id: comboId,
              count: natural(data.super_batch_gift_num) || natural(batch.batch_combo_num) || count,
            },
          }),
      ...(box === '' ? {} : { blindBox: { name: box, dropValue: gold(price * BigInt(count)) } }),
      ...(receiver === '' ? {} : { receiver }),
    },
  };
}

/**
 * Reads SEND_GIFT_V2 (since 2026-07 for some rooms), whose `data.pb` holds one or more gifts. Its
 * fields are known from public readers, not from a document: null where they do not fit, so that the
 * packet is kept as unknown and counted.
 */
export function readGiftV2(data: Json): readonly WebGift[] | null {
  const bytes = fromBase64(str(data.pb));
  const fields = bytes === null ? null : readFields(bytes);
  if (fields === null) return null;
  const items = pbMessages(fields, 10);
  const uname = pbText(fields, 2);
  if (items.length === 0 || uname === '') return null;
  const medal = pbMessages(fields, 8)[0];
  const blind = pbMessages(fields, 9)[0];
  const shared = {
    uid: pbInt(fields, 1),
    uname,
    face: pbText(fields, 3),
    guard_level: pbInt(fields, 5),
    medal_info: medal && { medal_name: pbText(medal, 6), medal_level: int(pbInt(medal, 5)) },
    ...(blind && pbText(blind, 3) !== '' ? { blind_gift: { original_gift_name: pbText(blind, 3) } } : {}),
  };
  const gifts = items.map((item) => readGift({ ...shared, ...itemOf(item, blind) }));
  const hasOwnKeys = new Set(gifts.map((gift) => gift.key)).size === gifts.length;
  // Boxes opened together share one transaction.
  return hasOwnKeys ? gifts : gifts.map((gift, at) => ({ ...gift, key: gift.key && `${gift.key}.${at}` }));
}

function itemOf(item: PbFields, blind: PbFields | undefined): Json {
  const num = natural(pbInt(item, 3)) || 1;
  const boxPrice = blind && pbText(blind, 3) !== '' ? coins(pbInt(blind, 6)) : 0n;
  const each = boxPrice > 0n ? boxPrice : coins(pbInt(item, 5));
  return {
    giftId: pbInt(item, 1),
    giftName: pbText(item, 2),
    num,
    price: pbInt(item, 5),
    total_coin: String(each * BigInt(num)),
    coin_type: pbText(item, 8),
    tid: pbText(item, 9),
    rnd: pbText(item, 12),
    timestamp: pbInt(item, 10),
  };
}
