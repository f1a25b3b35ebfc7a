import { useTranslation } from 'react-i18next';
import type { LinkableRow } from '../../../../shared/api/ticket-views.ts';
import { useNow } from '../../../app/services.tsx';
import { useCategoryName } from '../../../app/use-category-name.ts';
import { momentText } from '../../../logic/time.ts';
import { HostileText } from '../../../ui/HostileText.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import classes from './links.module.css';
import { isPicked, type Pick } from './picks.ts';
import { rowHead, rowState } from './row-words.ts';

/** Things that may be linked, each with when, what, whose and a line of it; linked ones cannot be chosen again. */
export function LinkableList(props: {
  readonly rows: readonly LinkableRow[];
  readonly picks: readonly Pick[];
  readonly toggle: (row: LinkableRow) => void;
}) {
  const { t } = useTranslation('tickets');
  const nameOf = useCategoryName();
  const now = useNow(60_000);
  return (
    <ul className={classes.rows} aria-label={t('links.found')}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <label className={classes.row} data-linked={row.linked} data-testid="linkable-row">
            <input
              type="checkbox"
              checked={row.linked || isPicked(props.picks, row)}
              disabled={row.linked}
              onChange={() => props.toggle(row)}
            />
            <time>{momentText(row.at, now)}</time>
            <b>{rowHead(t, nameOf, row)}</b>
            <span className={classes.text}>
              {row.name === undefined ? null : (
                <i>
                  <HostileText text={row.name} />
                </i>
              )}
              <HostileText text={row.text} />
            </span>
            <span className={classes.end}>
              {row.money === undefined ? null : <MoneyText money={row.money} />}
              {row.linked ? `✓ ${t('links.linked')}` : rowState(t, row)}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
