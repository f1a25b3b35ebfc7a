import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../app/navigation.ts';
import { formatRoute } from '../../app/routes.ts';
import { useClient, useConnection, useMember, useNow } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useLoad } from '../parts/use-load.ts';
import { AskBox } from './AskBox.tsx';
import { Card } from './Card.tsx';
import { shownCards } from './cards.ts';
import { isObs } from './obs.ts';
import classes from './streamer.module.css';
import { useDisputes } from './use-disputes.ts';

/** One calm column for the streamer: the disputes that concern them, and what is being done. */
export function StreamerPage() {
  const route = useRoute();
  const member = useMember();
  const asked = route.kind === 'streamer' ? route.roomId : '';
  const own = member?.roomIds;
  const roomId = asked !== '' && (own === undefined || own.includes(asked)) ? asked : (own?.[0] ?? '');
  const [obs] = useState(() => isObs(window.location.search, window.location.hash));
  useEffect(() => {
    if (!obs) return;
    document.documentElement.dataset.obs = 'true';
    return () => {
      delete document.documentElement.dataset.obs;
    };
  }, [obs]);
  const onDesk = member?.roles.some((role) => role === 'controller' || role === 'supervisor') ?? false;
  return (
    <div className={classes.page} data-obs={obs}>
      {onDesk && !obs ? <RoomPicker roomId={roomId} /> : null}
      {roomId === '' ? <NoRoom onDesk={onDesk} /> : <Column key={roomId} roomId={roomId} obs={obs} />}
    </div>
  );
}

function NoRoom(props: { readonly onDesk: boolean }) {
  const { t } = useTranslation('streamer');
  if (props.onDesk) return null;
  return <EmptyState title={t('noRoomTitle')} hint={t('noRoomText')} />;
}

function RoomPicker(props: { readonly roomId: string }) {
  const { t } = useTranslation('streamer');
  const client = useClient();
  const rooms = useLoad('rooms', (signal) => client.rooms.list(undefined, { signal }));
  const [only] = rooms.value ?? [];
  const alone = rooms.value?.length === 1 && props.roomId === '' ? only?.room.id : undefined;
  useEffect(() => {
    if (alone !== undefined) navigate({ kind: 'streamer', roomId: alone });
  }, [alone]);
  return (
    <div className={classes.picker}>
      <a href={formatRoute({ kind: 'workbench' })}>‹ {t('back')}</a>
      {rooms.fault === undefined ? null : <FaultNotice fault={rooms.fault} retry={rooms.reload} />}
      {rooms.value?.length === 0 ? (
        <EmptyState title={t('noRoomsTitle')} hint={t('noRoomsText')}>
          <a href={formatRoute({ kind: 'settings', section: 'rooms' })}>{t('addRoom')}</a>
        </EmptyState>
      ) : (
        <Select
          label={t('pickRoom')}
          data={(rooms.value ?? []).map((view) => ({ value: view.room.id, label: view.room.name }))}
          value={props.roomId === '' ? null : props.roomId}
          onChange={(id) => id !== null && navigate({ kind: 'streamer', roomId: id })}
          allowDeselect={false}
        />
      )}
    </div>
  );
}

function Column(props: { readonly roomId: string; readonly obs: boolean }) {
  const { t } = useTranslation('streamer');
  const { cards, roomName, known } = useDisputes(props.roomId);
  const line = useConnection();
  const now = useNow(5_000);
  const { active, done } = shownCards(cards, now);
  const up = line.kind === 'open';
  return (
    <div className={classes.column}>
      <header className={classes.head} hidden={props.obs}>
        <h1>{roomName}</h1>
        <span data-live={up && known}>{up ? (known ? t('live') : t('connecting')) : t('offline')}</span>
      </header>
      <div className={classes.list} aria-live="polite">
        {known && active.length === 0 && !props.obs ? (
          <div className={classes.calm} data-testid="streamer-calm">
            <b>{t('emptyTitle')}</b>
            <p>{t('emptyText')}</p>
          </div>
        ) : null}
        {active.map((card) => (
          <Card key={card.id} card={card} />
        ))}
        {done.length > 0 ? <h2>{t('doneTitle')}</h2> : null}
        {done.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </div>
      {props.obs ? null : <AskBox roomId={props.roomId} />}
    </div>
  );
}
