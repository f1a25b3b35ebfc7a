import { useTranslation } from 'react-i18next';
import { useClient, useDesk, useMember } from '../../app/services.tsx';
import { useCategoryName } from '../../app/use-category-name.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useLoad } from '../parts/use-load.ts';
import { Card } from './Card.tsx';
import { byMaker, flagFigures } from './flag-figures.ts';
import type { Range } from './range.ts';
import { seconds } from './sheet.ts';
import classes from './stats.module.css';
import { percent, shareInterval, spanText } from './words.ts';

/** The room beside the desk: flags, time to action, dismissed share. For those who see rooms. */
export function RoomFigures(props: { readonly roomId: string | null; readonly range: Range }) {
  const { t } = useTranslation('stats');
  const client = useClient();
  const nameOf = useCategoryName();
  const rooms = useDesk((desk) => desk.rooms);
  const seesRooms =
    useMember()?.roles.some((role) => role === 'controller' || role === 'supervisor') ?? false;
  const { roomId, range } = props;
  const ids = roomId === null ? [...rooms.keys()] : [roomId];
  const flags = useLoad(
    seesRooms && ids.length > 0 ? `flags-${ids.join()}-${range.from}-${range.to}` : null,
    async (signal) => {
      const each = await Promise.all(
        ids.map((id) => client.review.timeline({ roomId: id, ...range, bucketMs: 86_400_000 }, { signal })),
      );
      return each.flatMap((one) => one.flags);
    },
  );
  if (!seesRooms) return null;
  const all = flagFigures(flags.value ?? []);
  const makers = byMaker(flags.value ?? []);
  const table = (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{t('flags.by')}</th>
          <th>{t('flags.count')}</th>
          <th>{t('flags.toAction')}</th>
          <th>{t('flags.dismissed')}</th>
        </tr>
      </thead>
      <tbody>
        {makers.map((maker) => (
          <tr key={maker.by}>
            <th scope="row">{nameOf(maker.by)}</th>
            <td>{maker.flags}</td>
            <td>{spanText(maker.toActionMs.median)}</td>
            <td>
              {percent(maker.dismissed.share)}{' '}
              <span className={classes.dim}>
                {t('sample', { n: maker.dismissed.of })}
                {maker.dismissed.small && maker.dismissed.of > 0 ? ` · ${t('small')}` : ''}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Card
      id="flags"
      title={t('flags.title')}
      definition={t('flags.means')}
      table={table}
      sheet={() => [
        [t('flags.by'), t('flags.count'), `${t('flags.toAction')} (s)`, t('flags.dismissed'), t('csv.count')],
        ...makers.map(({ by, flags: count, toActionMs, dismissed }) => [
          nameOf(by),
          count,
          seconds(toActionMs.median),
          dismissed.share,
          dismissed.of,
        ]),
      ]}
    >
      {flags.fault === undefined ? null : <FaultNotice fault={flags.fault} retry={flags.reload} />}
      <div className={classes.inline}>
        <p>
          <span>{t('flags.count')}</span> <b>{all.flags}</b>
        </p>
        <p>
          <span>{t('flags.toAction')}</span> <b>{spanText(all.toActionMs.median)}</b>{' '}
          <small>
            {all.toActionMs.p90 === undefined ? '' : `${t('p90', { time: spanText(all.toActionMs.p90) })} · `}
            {t('sample', { n: all.toActionMs.count })}
          </small>
        </p>
        <p>
          <span>{t('flags.dismissed')}</span> <b>{percent(all.dismissed.share)}</b>{' '}
          <small>
            {shareInterval(all.dismissed)} {t('sample', { n: all.dismissed.of })}
          </small>
        </p>
      </div>
      {makers.length === 0 ? null : table}
    </Card>
  );
}
