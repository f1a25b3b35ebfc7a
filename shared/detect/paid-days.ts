import { addMoney, fenOf, type Money, type MoneyTotals } from '../domain/money.ts';

/** What somebody paid on one day. */
export interface PaidDay {
  /** Counted from 1970, in UTC. */
  readonly day: number;
  /** By unit. */
  readonly totals: readonly Money[];
}

/** A sudden jump: what was paid today and yesterday, against a usual paying day before. */
export interface SpendJump {
  readonly recent: Money;
  /** The mean of the earlier days on which they paid. */
  readonly usual: Money;
  /** Rounded down. */
  readonly times: number;
}

const DAY = 86_400_000;
/** Paying days that are remembered. */
const MOST_DAYS = 30;
const MOST_UNITS = 8;
/** Earlier paying days that make a habit. */
const HABIT_FROM = 2;
const JUMP_FROM = 5n;
/** From ¥50 a jump is worth a word; where a unit has no fixed rate, from so many of its smallest parts. */
const JUMP_FEN = 5_000n;
const JUMP_MINOR = 500n;

/** The paying days, newest first, with one payment more; at most thirty days, and never two scales of a unit. */
export function withPaid(days: readonly PaidDay[], money: Money, at: number): readonly PaidDay[] {
  const day = Math.floor(at / DAY);
  const held = days.find((each) => each.day === day);
  const totals: MoneyTotals = Object.fromEntries((held?.totals ?? []).map((each) => [each.unit, each]));
  const before = Object.hasOwn(totals, money.unit) ? totals[money.unit] : undefined;
  if (before !== undefined && before.scale !== money.scale) return days;
  if (before === undefined && Object.keys(totals).length >= MOST_UNITS) return days;
  const made: PaidDay = { day, totals: Object.values(addMoney(totals, money)) };
  return [made, ...days.filter((each) => each.day !== day)]
    .sort((left, right) => right.day - left.day)
    .slice(0, MOST_DAYS);
}

/** The largest jump of any unit; undefined where there is none, or too little past to tell. */
export function jumpOf(days: readonly PaidDay[], at: number): SpendJump | undefined {
  const today = Math.floor(at / DAY);
  const sum = (part: readonly PaidDay[]): MoneyTotals =>
    part.flatMap((each) => each.totals).reduce<MoneyTotals>(addAgreeing, {});
  const recent = sum(days.filter((each) => each.day >= today - 1));
  const before = days.filter((each) => each.day < today - 1);
  const earlier = sum(before);
  let largest: SpendJump | undefined;
  for (const money of Object.values(recent)) {
    const paid = earlier[money.unit];
    const count = before.filter((each) => each.totals.some((other) => other.unit === money.unit)).length;
    if (paid === undefined || paid.scale !== money.scale || count < HABIT_FROM) continue;
    const usual = divided(paid, BigInt(count));
    const least = BigInt(usual.amountMinor) > 0n ? BigInt(usual.amountMinor) : 1n;
    const times = BigInt(money.amountMinor) / least;
    const fen = fenOf(money);
    const isMuch = fen === null ? BigInt(money.amountMinor) >= JUMP_MINOR : fen >= JUMP_FEN;
    if (times < JUMP_FROM || !isMuch || Number(times) <= (largest?.times ?? 0)) continue;
    largest = { recent: money, usual, times: Number(times) };
  }
  return largest;
}

function divided(money: Money, by: bigint): Money {
  return {
    ...money,
    amountMinor: String(BigInt(money.amountMinor) / by),
    ...(money.cnyFen == null ? {} : { cnyFen: String(BigInt(money.cnyFen) / by) }),
  };
}

function addAgreeing(totals: MoneyTotals, money: Money): MoneyTotals {
  const before = Object.hasOwn(totals, money.unit) ? totals[money.unit] : undefined;
  return before !== undefined && before.scale !== money.scale ? totals : addMoney(totals, money);
}
