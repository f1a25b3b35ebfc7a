import type { Money } from '../../shared/domain/money.ts';
import { NO_MONEY, yuan } from '../../shared/domain/money.ts';
import type { User } from '../../shared/domain/person.ts';
import type { Draft } from '../../shared/formats/envelope.ts';

/** A gift of the show; price in fen, 0 for free ones. */
export interface Gift {
  readonly id: string;
  readonly name: string;
  readonly fen: number;
}

export const SMALL_GIFTS: readonly [Gift, ...Gift[]] = [
  { id: 'heart', name: '小心心', fen: 0 },
  { id: 'flower', name: '小花花', fen: 10 },
  { id: 'lamp', name: '粉丝团灯牌', fen: 100 },
  { id: 'lollipop', name: '棒棒糖', fen: 90 },
  { id: 'tea', name: '奶茶', fen: 520 },
];

export const BIG_GIFTS: readonly [Gift, ...Gift[]] = [
  { id: 'mic', name: '金话筒', fen: 5_200 },
  { id: 'balloon', name: '告白气球', fen: 9_900 },
  { id: 'ship', name: '星际飞船', fen: 52_000 },
];

/** The gift the refund dispute is about: ¥1,314. */
export const CARNIVAL: Gift = { id: 'carnival', name: '嘉年华', fen: 131_400 };

/** List prices of guards in fen by tier. */
const GUARD_FEN: Readonly<Record<1 | 2 | 3, number>> = { 1: 1_999_800, 2: 199_800, 3: 19_800 };
const GUARD_NAME: Readonly<Record<1 | 2 | 3, string>> = { 1: '总督', 2: '提督', 3: '舰长' };

/** A gift given `count` times, perhaps as the n-th of a combo. */
export function giftDraft(
  giver: User,
  gift: Gift,
  count: number,
  combo?: { readonly id: string; readonly count: number; readonly ended?: boolean },
): Draft {
  const money = moneyOf(gift.fen * count);
  const paid = { money, counted: money.kind !== 'none' };
  const body = { giftId: gift.id, name: gift.name, count, paid, ...(combo ? { combo } : {}) };
  return { kind: 'gift', actor: giver, body };
}

/** A guard bought for a month. */
export function guardDraft(buyer: User, tier: 1 | 2 | 3, renew: boolean): Draft {
  return {
    kind: 'membership',
    actor: { ...buyer, guardTier: tier },
    body: {
      tier: String(tier),
      name: GUARD_NAME[tier],
      months: 1,
      count: 1,
      source: renew ? 'renew' : 'new',
      paid: { money: yuan(GUARD_FEN[tier]), counted: true },
    },
  };
}

/** A paid message shown for `seconds`. */
export function superchatDraft(sender: User, scId: string, text: string, fen: number): Draft {
  return {
    kind: 'superchat',
    actor: sender,
    body: { scId, text, paid: { money: yuan(fen), counted: true } },
  };
}

function moneyOf(fen: number): Money {
  return fen === 0 ? NO_MONEY : yuan(fen);
}
