import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import { useDesk } from '../../app/services.tsx';
import { useCategoryName } from '../../app/use-category-name.ts';
import { clockText, dayText } from '../../logic/time.ts';
import { amountName } from '../../ui/duration.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import classes from './review.module.css';

/** One stored event in one line. */
export function EventLine(props: {
  readonly row: ChatRow;
  readonly onlyPerson?: ((id: string, name: string) => void) | undefined;
  readonly showPlace?: boolean;
}) {
  const { t } = useTranslation('review');
  const { row, onlyPerson } = props;
  const nameOf = useCategoryName();
  const { person } = row;
  const [mark] = row.marks;
  if (row.gap !== undefined) return <Gap row={row} />;
  return (
    <>
      <time>{clockText(row.at)}</time>
      {person === undefined ? (
        <span />
      ) : (
        <button
          type="button"
          className={classes.name}
          title={t('find.onlyPerson')}
          onClick={(event) => {
            event.stopPropagation();
            onlyPerson?.(person.id, person.name);
          }}
        >
          <HostileText text={person.name} />
        </button>
      )}
      <span className={classes.words}>
        {row.kind === 'chat' ? null : <span className={classes.dim}>{t(`kind.${row.kind}`)} </span>}
        <Words row={row} />
        {row.count === undefined || row.count <= 1 || row.kind === 'mod_action' ? null : (
          <span className={classes.dim}> ×{row.count}</span>
        )}
      </span>
      <span className={classes.end}>
        {props.showPlace === true ? <Place row={row} /> : null}
        {row.money === undefined || row.money.kind === 'none' ? null : (
          <b>
            <MoneyText money={row.money} />
          </b>
        )}
        {mark === undefined ? null : ` ${nameOf(mark.category)} ${mark.score.toFixed(2)}`}
      </span>
    </>
  );
}

function Place(props: { readonly row: ChatRow }) {
  const room = useDesk((desk) => desk.rooms.get(props.row.roomId)?.room.name);
  return (
    <>
      {dayText(props.row.at).slice(5)} {room ?? ''}
    </>
  );
}

function Words(props: { readonly row: ChatRow }) {
  const { t } = useTranslation('review');
  const { row } = props;
  const [mark] = row.marks;
  if (row.kind !== 'mod_action')
    return <HostileText text={row.text} spans={mark?.spans} severity={mark?.severity} />;
  return (
    <>
      {t(`common:action.${row.code ?? ''}`, { defaultValue: '' })}{' '}
      <b>
        <HostileText text={row.target ?? ''} />
      </b>{' '}
      {row.count === undefined ? '' : amountName(t, row.code, row.count)} <HostileText text={row.text} />
    </>
  );
}

function Gap(props: { readonly row: ChatRow }) {
  const { t } = useTranslation('review');
  const { gap } = props.row;
  if (gap === undefined) return null;
  const missing = gap.estimate == null ? t('gap.unknown') : t('gap.missing', { n: gap.estimate });
  return (
    <span className={classes.gap}>
      {t('gap.row', { from: clockText(gap.fromAt), to: clockText(gap.toAt) })} · {missing}
    </span>
  );
}
