import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoomView } from '../../../shared/api/views.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { ReplayControls } from './ReplayControls.tsx';
import classes from './settings.module.css';

/** How the room's source stands, what it can do, and what it counted. */
export function RoomState(props: { readonly view: RoomView }) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const now = useNow(30_000);
  const act = useAct();
  const { room, status, replay } = props.view;
  const on = status.state !== 'idle' && status.state !== 'ended' && status.state !== 'failed';
  const flip = () =>
    void act.run(() =>
      on ? client.rooms.disconnect({ roomId: room.id }) : client.rooms.connect({ roomId: room.id }),
    );
  return (
    <section className={classes.roomState}>
      <div className={classes.save}>
        <b data-testid="room-state" data-state={status.state}>
          {t(`common:source.${status.state}`)}
        </b>
        <span className={classes.dim}>{t('rooms.since', { time: momentText(status.since, now) })}</span>
        <Button variant="default" onClick={flip} loading={act.busy} data-testid="room-connect">
          {on ? t('rooms.disconnect') : t('rooms.connect')}
        </Button>
      </div>
      {status.fault === undefined ? null : <FaultNotice fault={status.fault} />}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <Capabilities view={props.view} />
      <Counters view={props.view} />
      {room.plugin === 'ingress' ? <IngressAddress roomId={room.id} /> : null}
      {replay === undefined ? null : <ReplayControls roomId={room.id} position={replay} />}
    </section>
  );
}

function Capabilities(props: { readonly view: RoomView }) {
  const { t } = useTranslation('settings');
  const able = props.view.capabilities.filter((one) => one.mode !== 'none');
  return (
    <p className={classes.fact}>
      <span>{t('rooms.can')}</span>
      {able.length === 0
        ? t('rooms.canNone')
        : able
            .map((one) => {
              const name = t(`common:action.${one.action}`);
              return one.mode === 'assisted' ? `${name}（${t('rooms.assisted')}）` : name;
            })
            .join(' · ')}
    </p>
  );
}

function Counters(props: { readonly view: RoomView }) {
  const { t } = useTranslation('settings');
  const counted = Object.entries(props.view.counters).filter(([, n]) => n > 0);
  if (counted.length === 0) return null;
  return (
    <p className={classes.fact}>
      <span>{t('rooms.counters')}</span>
      {counted
        .map(([what, n]) => `${t(`rooms.counter.${what}`, { defaultValue: t('rooms.counterOther') })} ${n}`)
        .join(' · ')}
    </p>
  );
}

function IngressAddress(props: { readonly roomId: string }) {
  const { t } = useTranslation('settings');
  const { protocol, origin } = window.location;
  const path = `/ingress/v1/rooms/${props.roomId}/events`;
  return (
    <p className={classes.fact}>
      <span>{t('rooms.ingressAddress')}</span>
      <code>{protocol.startsWith('http') ? `${origin}${path}` : path}</code>
    </p>
  );
}
