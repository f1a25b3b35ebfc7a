import type { TFunction } from 'i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import { formatMoney, type Money } from '../../../shared/domain/money.ts';
import { giftWeight } from '../../logic/gift-weight.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import classes from './live.module.css';
import { PersonName } from './PersonName.tsx';

/** A gift, a super chat or a membership; the more it is worth, the more it stands out. */
export function PaidLine(props: {
  readonly t: TFunction<'workbench'>;
  readonly row: ChatRow;
  readonly count?: number | undefined;
  readonly money?: Money | undefined;
}) {
  const { t } = props;
  const { row } = props;
  const money = props.money ?? row.money;
  const count = props.count ?? row.count ?? 1;
  const worth = money === undefined ? '' : formatMoney(money);
  return (
    <span className={classes.paid} data-weight={giftWeight(money)} data-what={row.kind}>
      {row.person === undefined ? null : <PersonName t={t} person={row.person} />}
      <span className={classes.verb}>{t(`live.paid.${row.kind}`)}</span>
      <b className={classes.gift}>
        <HostileText text={row.text} spans={row.marks[0]?.spans} severity={row.marks[0]?.severity} />
      </b>
      {row.kind === 'gift' ? <span className={classes.verb}>×{count}</span> : null}
      {row.kind === 'membership' && count > 1 ? (
        <span className={classes.verb}>{t('live.months', { n: count, count })}</span>
      ) : null}
      {worth === '' ? null : <b className={classes.worth}>{worth}</b>}
    </span>
  );
}
