import type { EventBodies } from '../domain/event.ts';
import type { User } from '../domain/person.ts';
import { int, type Json, natural, obj, str } from './bilibili.external.ts';
import { coins, paidGold } from './bilibili-money.ts';
import { bilibiliUser, guardName } from './bilibili-user.ts';

/** A guard (大航海) bought, as one of its packets tells it. */
export interface GuardNews {
  readonly body: EventBodies['membership'];
  readonly actor: User;
  readonly key: string;
  readonly timestamp: unknown;
}

/** GUARD_BUY: the list price. */
export function readGuardBuy(data: Json): GuardNews {
  return guard({
    uid: data.uid,
    name: data.username,
    level: data.guard_level,
    label: data.gift_name,
    num: data.num,
    price: data.price,
    unit: '月',
    source: 'new',
    key: `buy.${str(data.uid)}.${str(data.start_time)}.${str(data.guard_level)}`,
    at: data.start_time,
  });
}

/** USER_TOAST_MSG: the price that was paid; `op_type` 1 is new, 2 and 3 renew. */
export function readToast(data: Json): GuardNews {
  return guard({
    uid: data.uid,
    name: data.username,
    level: data.guard_level,
    label: data.role_name,
    num: data.num,
    price: data.price,
    unit: data.unit,
    source: sourceOf(data.op_type),
    key: str(data.payflow_id) || `toast.${str(data.uid)}.${str(data.start_time)}.${str(data.guard_level)}`,
    at: data.start_time,
  });
}

/** USER_TOAST_MSG_V2: the same in nested objects. `option.source` 2 repeats a gifted guard. */
export function readToastV2(data: Json): GuardNews & { readonly repeat: boolean } {
  const sender = obj(data.sender_uinfo);
  const info = obj(data.guard_info);
  const pay = obj(data.pay_info);
  const news = guard({
    uid: sender.uid,
    name: obj(sender.base).name,
    level: info.guard_level,
    label: info.role_name,
    num: pay.num,
    price: pay.price,
    unit: pay.unit,
    source: sourceOf(info.op_type),
    key: str(pay.payflow_id) || `toast.${str(sender.uid)}.${str(info.start_time)}.${str(info.guard_level)}`,
    at: info.start_time,
  });
  return { ...news, repeat: int(obj(data.option).source) === 2 };
}

/** What the packets have in common. */
export interface GuardFields {
  readonly uid: unknown;
  readonly name: unknown;
  readonly level: unknown;
  readonly label: unknown;
  readonly num: unknown;
  readonly price: unknown;
  readonly unit: unknown;
  readonly source: 'new' | 'renew';
  readonly key: string;
  readonly at: unknown;
  readonly openId?: boolean;
}

/** Makes the membership: months times unit price, or the price alone for a unit such as `*3天`. */
export function guard(fields: GuardFields): GuardNews {
  const tier = int(fields.level);
  const inMonths = str(fields.unit) === '月' || str(fields.unit) === '';
  const num = Math.max(1, natural(fields.num));
  const total = coins(fields.price) * BigInt(inMonths ? num : 1);
  const name = str(fields.label) || guardName(tier);
  return {
    key: fields.key,
    timestamp: fields.at,
    actor: bilibiliUser({
      uid: fields.uid,
      name: fields.name,
      guardLevel: tier,
      openId: fields.openId ?? false,
    }),
    body: {
      tier: String(tier),
      name,
      months: inMonths ? num : 0,
      count: 1,
      source: fields.source,
      paid: paidGold(total),
    },
  };
}

function sourceOf(op: unknown): 'new' | 'renew' {
  return int(op) <= 1 ? 'new' : 'renew';
}
