import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stream } from '../../../shared/domain/room.ts';
import { useDesk, useNow } from '../../app/services.tsx';
import { ageText, clockText, dayText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Panel } from '../parts/Panel.tsx';
import type { Loaded } from '../parts/use-load.ts';
import classes from './review.module.css';

/** Sittings of all rooms, newest first. */
export function StreamList(props: {
  readonly streams: Loaded<{ readonly rows: readonly Stream[] }>;
  readonly chosen: string | undefined;
  readonly open: (id: string) => void;
  readonly more: (() => void) | undefined;
}) {
  const { t } = useTranslation('review');
  const { streams } = props;
  const rows = streams.value?.rows ?? [];
  return (
    <Panel title={t('streams')} side={rows.length} className={classes.streams}>
      {streams.loading ? <Loading /> : null}
      {streams.fault === undefined ? null : <FaultNotice fault={streams.fault} retry={streams.reload} />}
      {streams.value !== undefined && rows.length === 0 ? (
        <p className={classes.nothing}>{t('streamsEmptyTitle')}</p>
      ) : null}
      {rows.map((stream) => (
        <Row
          key={stream.id}
          stream={stream}
          chosen={stream.id === props.chosen}
          open={() => props.open(stream.id)}
        />
      ))}
      {props.more === undefined ? null : (
        <Button variant="subtle" fullWidth onClick={props.more}>
          {t('moreStreams')}
        </Button>
      )}
    </Panel>
  );
}

function Row(props: { readonly stream: Stream; readonly chosen: boolean; readonly open: () => void }) {
  const { t } = useTranslation('review');
  const now = useNow(30_000);
  const { stream } = props;
  const running = useDesk((desk) => desk.rooms.get(stream.roomId)?.streamId === stream.id);
  const end = running ? now : (stream.endedAt ?? now);
  return (
    <button
      type="button"
      className={classes.stream}
      data-testid="stream-row"
      data-id={stream.id}
      data-chosen={props.chosen}
      onClick={props.open}
    >
      <span className={classes.streamTop}>
        <b>{stream.roomName}</b>
        {running ? <span className={classes.running}>{t('running')}</span> : null}
      </span>
      <span className={classes.dim}>
        {dayText(stream.startedAt)} {clockText(stream.startedAt).slice(0, 5)} ·{' '}
        {t('lasted', { age: ageText(end - stream.startedAt) })} ·{' '}
        {t('events', { n: stream.events.toLocaleString('en-US') })}
      </span>
    </button>
  );
}
