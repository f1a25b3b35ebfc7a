import { z } from 'zod';

export const MoneySchema = z.object({
  /** `cash` is a currency, `virtual` a platform's paid unit, `none` has no money value (silver, free gifts). */
  kind: z.enum(['cash', 'virtual', 'none']),
  /** ISO currency, or the platform's unit: `bits`, `gold`, `sub_tier`. */
  unit: z.string().min(1).max(24),
  /** Integer amount of the smallest unit, as a decimal string. */
  amountMinor: z.string().regex(/^-?\d{1,24}$/),
  /** Decimal places between the smallest unit and the unit people speak of, 0..6. */
  scale: z.number().int().min(0).max(6),
  /** The same in fen, only where the platform fixes a rate. An integer as a string. */
  cnyFen: z
    .string()
    .regex(/^-?\d{1,24}$/)
    .nullish(),
});

/** An amount of one unit. Sums never mix units and never use floating point. */
export type Money = Readonly<z.infer<typeof MoneySchema>>;

/** Totals by unit. */
export type MoneyTotals = Readonly<Record<string, Money>>;

/** No money. */
export const NO_MONEY: Money = { kind: 'none', unit: 'none', amountMinor: '0', scale: 0 };

/** Adds an amount to the total of its own unit; amounts of kind `none` are left out. */
export function addMoney(totals: MoneyTotals, money: Money): MoneyTotals {
  if (money.kind === 'none') return totals;
  // Units are hostile input too: `constructor` must not find something that is not a total.
  const before = Object.hasOwn(totals, money.unit) ? totals[money.unit] : undefined;
  if (before === undefined) return { ...totals, [money.unit]: money };
  if (before.scale !== money.scale) throw new Error(`unit ${money.unit} comes with two scales`);
  const fen =
    before.cnyFen == null || money.cnyFen == null
      ? null
      : String(BigInt(before.cnyFen) + BigInt(money.cnyFen));
  const amountMinor = String(BigInt(before.amountMinor) + BigInt(money.amountMinor));
  return { ...totals, [money.unit]: { ...before, amountMinor, cnyFen: fen } };
}

/** The amount in fen where a fixed rate exists, else null. */
export function fenOf(money: Money | undefined): bigint | null {
  if (money === undefined || money.kind === 'none') return null;
  if (money.cnyFen != null) return BigInt(money.cnyFen);
  if (money.unit === 'CNY' && money.scale === 2) return BigInt(money.amountMinor);
  return null;
}

/** Yuan in fen, as money. */
export function yuan(fen: bigint | number): Money {
  return { kind: 'cash', unit: 'CNY', amountMinor: String(fen), scale: 2, cnyFen: String(fen) };
}

/** Shows an amount: `¥1,314.00` where fen are known, else `500 bits`. */
export function formatMoney(money: Money): string {
  const fen = fenOf(money);
  if (fen !== null) return `¥${decimal(fen, 2)}`;
  if (money.kind === 'none') return '';
  return `${decimal(BigInt(money.amountMinor), money.scale)} ${money.unit}`;
}

function decimal(minor: bigint, scale: number): string {
  const sign = minor < 0n ? '-' : '';
  const digits = String(minor < 0n ? -minor : minor).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, ',');
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}
