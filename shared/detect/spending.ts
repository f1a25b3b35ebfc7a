import { addMoney, fenOf, formatMoney, type Money, type MoneyTotals } from '../domain/money.ts';
import type { Reason } from '../domain/verdict.ts';
import { jumpOf } from './paid-days.ts';
import type { PersonRecord } from './persons.ts';
import { reason } from './reasons.ts';
import type { PersonFacts } from './types.ts';

const SANCTION_MEMORY = 7 * 86_400_000;
const RECENT_GIFT = 1_800_000;
const MAX_UNITS = 8;
const SEVERE_FEN = 50_000n;
/** So long a payment is the first, ms; from ¥100 in all it weighs, as a jump does. */
const FIRST_PAID = 86_400_000;
const FIRST_FEN = 10_000n;
/** The weight of a cue that makes a dispute severe by itself. */
export const WEIGHTY = 2;

/** Totals with one amount more; at most 8 units, and never two scales of one. */
export function added(spent: readonly Money[], money: Money): readonly Money[] {
  const totals: MoneyTotals = Object.fromEntries(spent.map((each) => [each.unit, each]));
  const before = totals[money.unit];
  if (before === undefined && spent.length >= MAX_UNITS) return spent;
  if (before !== undefined && before.scale !== money.scale) return spent;
  return Object.values(addMoney(totals, money));
}

/** What the store knows and what this session saw; for each unit the larger of the two. */
export function moneyOf(person: PersonFacts | undefined, record: PersonRecord | undefined): readonly Money[] {
  const stored = person?.totals ?? [];
  const seen = record?.spent ?? [];
  if (stored.length === 0) return seen;
  const best = stored.map((money) => {
    const other = seen.find((each) => each.unit === money.unit && each.scale === money.scale);
    return other !== undefined && BigInt(other.amountMinor) > BigInt(money.amountMinor) ? other : money;
  });
  const all = [...best, ...seen.filter((money) => !stored.some((other) => other.unit === money.unit))];
  return all.filter((money) => money.kind !== 'none' && money.amountMinor !== '0');
}

/** What somebody spent here, whether they paid just now, for the first time, or far more than usual. */
export function moneyReasons(
  totals: readonly Money[],
  record: PersonRecord | undefined,
  at: number,
  person?: PersonFacts,
): Reason[] {
  if (totals.length === 0) return [];
  const sum = totals.map(formatMoney).join(' + ');
  const isMuch = totals.some((money) => (fenOf(money) ?? 0n) >= SEVERE_FEN);
  const reasons = [reason('spent', `在本房间消费 ${sum}`, `Has spent ${sum} here`, isMuch ? 2.5 : 1.5)];
  // What this very message paid is no payment before it.
  const isBefore = record !== undefined && record.lastGiftAt > 0 && record.lastGiftAt < at;
  if (isBefore && at - record.lastGiftAt < RECENT_GIFT) {
    const ago = agoOf(at - record.lastGiftAt);
    reasons.push(reason('recent_gift', `${ago.zh}刚付过款`, `Paid ${ago.en}`, 1));
  }
  return [...reasons, ...firstReasons(totals, person, at), ...jumpReasons(person, at)];
}

/** Whether a dispute is joined to money in a way that makes it weigh more: a first payment today, or a jump. */
export function isUnusualSpend(person: PersonFacts | undefined, at: number): boolean {
  return firstAgo(person, at) !== undefined || jumpOf(person?.paidDays ?? [], at) !== undefined;
}

/** How long ago somebody paid for the first time, ms, where that is today. */
function firstAgo(person: PersonFacts | undefined, at: number): number | undefined {
  const first = person?.firstPaidAt;
  if (first === undefined || at < first || at - first > FIRST_PAID) return undefined;
  return at - first;
}

/** In minutes below an hour, in hours below two days, else in days; never none. */
function agoOf(ms: number): { readonly zh: string; readonly en: string } {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const hours = Math.round(ms / 3_600_000);
  if (hours >= 48) {
    const days = Math.round(hours / 24);
    return { zh: `${days} 天前`, en: `${days} days ago` };
  }
  if (minutes < 60)
    return { zh: `${minutes} 分钟前`, en: `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago` };
  return { zh: `${hours} 小时前`, en: `${hours} ${hours === 1 ? 'hour' : 'hours'} ago` };
}

function firstReasons(totals: readonly Money[], person: PersonFacts | undefined, at: number): Reason[] {
  const passed = firstAgo(person, at);
  if (passed === undefined) return [];
  const isMuch = totals.some((money) => (fenOf(money) ?? 0n) >= FIRST_FEN);
  const ago = agoOf(passed);
  return [reason('first_payment', `${ago.zh}第一次付费`, `First paid ${ago.en}`, isMuch ? WEIGHTY : 1)];
}

function jumpReasons(person: PersonFacts | undefined, at: number): Reason[] {
  const jump = jumpOf(person?.paidDays ?? [], at);
  if (jump === undefined) return [];
  const [recent, usual] = [formatMoney(jump.recent), formatMoney(jump.usual)];
  const isMuch = (fenOf(jump.recent) ?? FIRST_FEN) >= FIRST_FEN;
  return [
    reason(
      'spend_jump',
      `近两天消费 ${recent}，是平时（每次约 ${usual}）的 ${jump.times} 倍`,
      `Paid ${recent} in two days, ${jump.times} times a usual day (${usual})`,
      isMuch ? WEIGHTY : 1,
    ),
  ];
}

/** Whether somebody was muted or banned within a week. */
export function wasSanctioned(
  person: PersonFacts | undefined,
  record: PersonRecord | undefined,
  at: number,
): boolean {
  const stored = person?.lastSanction?.at ?? 0;
  const seen = record?.sanctionedAt ?? 0;
  return Math.max(stored, seen) > 0 && at - Math.max(stored, seen) < SANCTION_MEMORY;
}

const SANCTIONS: Readonly<Record<string, readonly [string, string]>> = {
  mute: ['禁言', 'was muted'],
  ban: ['封禁', 'was banned'],
  warn: ['警告', 'was warned'],
  delete: ['删除弹幕', 'had a message deleted'],
};

/** A duration in its largest whole unit. */
function lengthOf(seconds: number): { readonly zh: string; readonly en: string } {
  const [count, zh, en] =
    seconds >= 172_800
      ? [Math.round(seconds / 86_400), '天', 'day']
      : seconds >= 7_200
        ? [Math.round(seconds / 3_600), '小时', 'hour']
        : seconds >= 60
          ? [Math.round(seconds / 60), '分钟', 'minute']
          : [seconds, '秒', 'second'];
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` };
}

/** The sanction an appeal is about, where one is known. */
export function sanctionReasons(
  person: PersonFacts | undefined,
  record: PersonRecord | undefined,
  at: number,
): Reason[] {
  const sanction = person?.lastSanction;
  if (sanction !== undefined) {
    const { kind, durationSec } = sanction;
    const [by, byEn] = sanction.by === '' ? ['管理员', 'a moderator'] : [sanction.by, sanction.by];
    const ago = agoOf(at - sanction.at);
    const [what, whatEn] = SANCTIONS[kind] ?? [kind, `had a ${kind}`];
    const long = durationSec === undefined || durationSec === null ? undefined : lengthOf(durationSec);
    const zh = `${ago.zh}被 ${by} ${what}${long === undefined ? '' : ` ${long.zh}`}`;
    const en = `${whatEn}${long === undefined ? '' : ` for ${long.en}`} by ${byEn} ${ago.en}`;
    return [reason('sanctioned', zh, `${en.charAt(0).toUpperCase()}${en.slice(1)}`, 2)];
  }
  const isKnown = record !== undefined && record.sanctionedAt > 0;
  return isKnown ? [reason('sanctioned', '近期被处罚过', 'Was sanctioned lately', 2)] : [];
}
