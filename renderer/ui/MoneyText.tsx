import { formatMoney, type Money } from '../../shared/domain/money.ts';

/** An amount, or a dash where there is none. */
export function MoneyText(props: { readonly money: Money | undefined }) {
  const text = props.money === undefined ? '' : formatMoney(props.money);
  return <span>{text === '' ? '—' : text}</span>;
}

/** Totals, one for each unit, never added together. */
export function MoneyList(props: { readonly totals: readonly Money[] }) {
  const texts = props.totals.map(formatMoney).filter((text) => text !== '');
  return <span>{texts.length === 0 ? '—' : texts.join(' · ')}</span>;
}
