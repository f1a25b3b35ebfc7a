import { useTranslation } from 'react-i18next';
import type { ChatRow, PersonCard } from '../../../shared/api/views.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { formatRoute } from '../../app/routes.ts';
import { useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import panes from './panes.module.css';
import classes from './person.module.css';

const SHOWN = 8;

/** What they said and gave last, newest first. */
export function RecentWords(props: { readonly card: PersonCard }) {
  const { t } = useTranslation('workbench');
  const { card } = props;
  const byId = new Map([...card.recent, ...card.gifts].map((row) => [row.id, row]));
  const rows = [...byId.values()].sort((a, b) => b.at - a.at).slice(0, SHOWN);
  const all = {
    kind: 'review',
    query: { room: card.roomId, person: card.person.id, name: card.person.name },
  } as const;
  return (
    <div className={classes.section}>
      <h3 className={classes.title}>
        {t('person.recent')}
        <a className={panes.link} href={formatRoute(all)}>
          {t('person.allMessages', { n: card.messages })}
        </a>
      </h3>
      {rows.length === 0 ? <span className={classes.by}>{t('person.noWords')}</span> : null}
      <ol className={classes.lines}>
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ol>
    </div>
  );
}

function Line(props: { readonly row: ChatRow }) {
  const { t } = useTranslation('workbench');
  const now = useNow(60_000);
  const { row } = props;
  const paid = row.kind !== 'chat' && row.money !== undefined;
  return (
    <li>
      <time>{momentText(row.at, now)}</time>
      <span>
        {paid ? `${t(`live.paid.${row.kind}`, { defaultValue: '' })} ` : null}
        <HostileText text={row.text} spans={row.marks[0]?.spans} severity={row.marks[0]?.severity} />
        {row.count === undefined || row.kind !== 'gift' ? null : ` ×${row.count}`}
        {row.money === undefined ? null : <b> {formatMoney(row.money)}</b>}
      </span>
    </li>
  );
}
