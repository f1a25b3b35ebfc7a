import { z } from 'zod';
import { MoneySchema } from '../../shared/domain/money.ts';

/** The fields of money in a short event. The sender must state the unit. */
export const paidFields = {
  unit: MoneySchema.shape.unit.optional(),
  /** The whole amount of this event (not of one piece) in the smallest unit. */
  amountMinor: z
    .union([z.string().regex(/^\d{1,24}$/, 'digits only'), z.number().int().min(0).transform(String)])
    .optional(),
  scale: MoneySchema.shape.scale.optional(),
  /** `cash` for a currency, `virtual` for a unit of the platform; `none` for what is free. */
  money: MoneySchema.shape.kind.optional(),
  /** False where another event carries the same amount already. */
  counted: z.boolean().default(true),
};
export type PaidFields = z.infer<z.ZodObject<typeof paidFields>>;

/** Money of our form; an issue where the unit or the amount is not stated. */
export function toPaid(fields: PaidFields, context: z.RefinementCtx, path: readonly string[] = []) {
  const { unit, amountMinor, scale, money, counted } = fields;
  if (money === 'none')
    return {
      money: { kind: 'none', unit: unit ?? 'none', amountMinor: amountMinor ?? '0', scale: scale ?? 0 },
      counted,
    };
  if (unit !== undefined && amountMinor !== undefined && scale !== undefined)
    return {
      money: { kind: money ?? kindOf(unit), unit, amountMinor, scale, ...fen(unit, amountMinor, scale) },
      counted,
    };
  const message = 'unit, amountMinor and scale must be stated, or money "none" for what is free';
  context.addIssue({ code: 'custom', message, path: [...path] });
  return z.NEVER;
}

function kindOf(unit: string): 'cash' | 'virtual' {
  return CURRENCIES.has(unit) ? 'cash' : 'virtual';
}

function fen(unit: string, amountMinor: string, scale: number): { cnyFen?: string } {
  return unit === 'CNY' && scale === 2 ? { cnyFen: amountMinor } : {};
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
