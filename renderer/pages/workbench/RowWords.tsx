import type { TFunction } from 'i18next';
import type { ChatRow, RowMark } from '../../../shared/api/views.ts';
import type { LiveItem } from '../../logic/live-window.ts';
import { amountName } from '../../ui/duration.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import classes from './live.module.css';

/** What a row says, in its own words or in ours. */
export function RowWords(props: {
  readonly t: TFunction<'workbench'>;
  readonly row: ChatRow;
  readonly mark: RowMark | undefined;
  readonly times: number;
  readonly kind: LiveItem['kind'];
}) {
  const { t } = props;
  const { row, mark, times } = props;
  const ours = sentence(t, row);
  return (
    <span className={classes.words}>
      {row.replyTo === undefined ? null : (
        <span className={classes.reply}>
          ↪ <HostileText text={row.replyTo} />{' '}
        </span>
      )}
      {ours === null ? (
        <HostileText text={row.text} spans={mark?.spans} severity={mark?.severity} />
      ) : (
        <HostileText text={ours} />
      )}
      {times > 1 && props.kind === 'repeat' ? <b className={classes.times}>×{times}</b> : null}
      {times > 1 && props.kind === 'ambient' ? (
        <span className={classes.times}>{t('live.andOthers', { n: times - 1 })}</span>
      ) : null}
    </span>
  );
}

/** Rows without words of their own say what happened; null where the words are somebody's. */
function sentence(t: TFunction<'workbench'>, row: ChatRow): string | null {
  switch (row.kind) {
    case 'chat':
    case 'gift':
    case 'superchat':
    case 'membership':
    case 'gap':
      return null;
    case 'enter':
    case 'follow':
    case 'share':
      return row.text === '' ? t(`live.did.${row.kind}`) : row.text;
    case 'like':
      return t('live.did.like', { n: row.count ?? 1 });
    case 'raid':
      return t('live.did.raid', { room: row.text, n: row.count ?? 0 });
    case 'room_state':
      return t('live.did.room_state');
    case 'stream_state':
      return `${t(row.code === 'live' ? 'live.did.live' : 'live.did.offline')} ${row.text}`;
    case 'mod_action': {
      const action = t(`live.mod.${row.code ?? 'other'}`, { defaultValue: row.code ?? '' });
      const time = row.count === undefined ? '' : amountName(t as TFunction, row.code, row.count);
      return [action, row.target, time, row.text]
        .filter((part) => part !== undefined && part !== '')
        .join(' ');
    }
    case 'held':
      return `${t('live.did.held')} ${row.text}`;
    case 'unban_request':
      return `${t('live.did.unban_request')} ${row.text}`;
    case 'system':
      return row.text === '' ? t('live.did.system') : row.text;
    case 'unknown':
      return t('live.did.unknown', { kind: row.text });
  }
}
