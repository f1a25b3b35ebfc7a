import { fenOf, type Money } from '../../shared/domain/money.ts';

/** How much a gift stands out: 0 a plain line, 1 a line, 2 a box, 3 a large box. */
export type GiftWeight = 0 | 1 | 2 | 3;

/** From ¥10 a line of its own, from ¥100 a box, from ¥1,000 a large box. Unknown rates count as small. */
export function giftWeight(money: Money | undefined): GiftWeight {
  const fen = fenOf(money);
  if (fen === null) return money === undefined || money.kind === 'none' ? 0 : 1;
  if (fen >= 100_000n) return 3;
  if (fen >= 10_000n) return 2;
  return fen >= 1_000n ? 1 : 0;
}
