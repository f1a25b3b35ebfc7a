import { useTranslation } from 'react-i18next';
import { Card } from './Card.tsx';
import type { RowFilter } from './Rows.tsx';
import classes from './stats.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When viewers come: conversations by weekday and hour. A cell shows its rows. */
export function Heat(props: {
  readonly heat: readonly (readonly number[])[];
  readonly pick: (filter: RowFilter) => void;
}) {
  const { t } = useTranslation('stats');
  const most = Math.max(1, ...props.heat.flat());
  return (
    <Card
      id="heat"
      title={t('heat.title')}
      definition={t('heat.means')}
      table={<HeatTable heat={props.heat} />}
      sheet={() => [
        ['', ...DAYS.map((day) => t(`day.${day}`))],
        ...HOURS.map((hour) => [`${hour}:00`, ...DAYS.map((day) => props.heat[day]?.[hour] ?? 0)]),
      ]}
    >
      <div className={classes.heat}>
        <span />
        {HOURS.map((hour) => (
          <span key={hour} className={classes.hour}>
            {hour % 3 === 0 ? hour : ''}
          </span>
        ))}
        {DAYS.map((day) => [
          <span key={`day-${day}`} className={classes.hour}>
            {t(`day.${day}`)}
          </span>,
          ...HOURS.map((hour) => {
            const count = props.heat[day]?.[hour] ?? 0;
            const label = t('heat.cell', { day: t(`day.${day}`), hour, n: count });
            return (
              <button
                key={`${day}-${hour}`}
                type="button"
                className={classes.cell}
                style={{ opacity: count === 0 ? 1 : 0.25 + 0.75 * (count / most) }}
                data-empty={count === 0}
                title={label}
                aria-label={label}
                disabled={count === 0}
                onClick={() => props.pick({ figure: 'hour', day, hour })}
              />
            );
          }),
        ])}
      </div>
    </Card>
  );
}

function HeatTable(props: { readonly heat: readonly (readonly number[])[] }) {
  const { t } = useTranslation('stats');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th />
          {DAYS.map((day) => (
            <th key={day}>{t(`day.${day}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOURS.map((hour) => (
          <tr key={hour}>
            <th scope="row">{hour}:00</th>
            {DAYS.map((day) => (
              <td key={day}>{props.heat[day]?.[hour] ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
