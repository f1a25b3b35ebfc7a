import type { Paid } from '../domain/event.ts';
import type { Money } from '../domain/money.ts';
import { NO_MONEY, yuan } from '../domain/money.ts';
import { str } from './bilibili.external.ts';

/**
 * Gold seeds: 1,000 are 1 CNY (10 batteries), so 10 are 1 fen. The amount itself keeps what does not
 * make a whole fen.
 */
export function gold(amount: bigint): Money {
  return {
    kind: 'virtual',
    unit: 'gold',
    amountMinor: String(amount),
    scale: 0,
    cnyFen: String(amount / 10n),
  };
}

/** Paid gold counts; a purchase of nothing is no money. */
export function paidGold(amount: bigint): Paid {
  return amount > 0n ? { money: gold(amount), counted: true } : { money: NO_MONEY, counted: false };
}

/** Silver seeds and free gifts are never money; the number is kept for show. */
export function silver(amount: bigint): Paid {
  return {
    money: { kind: 'none', unit: 'silver', amountMinor: String(amount), scale: 0 },
    counted: false,
  };
}

/** Super chats are priced in yuan, at times with decimals. */
export function paidYuan(price: unknown): Paid {
  const match = /^(\d{1,12})(?:\.(\d{1,2})\d*)?$/.exec(str(price).trim());
  const fen = match === null ? 0n : BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return fen > 0n ? { money: yuan(fen), counted: true } : { money: NO_MONEY, counted: false };
}

/** A whole amount of coins; 0 for what is none. */
export function coins(value: unknown): bigint {
  const text = str(value);
  return /^\d{1,18}$/.test(text) ? BigInt(text) : 0n;
}
