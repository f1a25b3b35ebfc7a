import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PluginView } from '../../../shared/api/contract.ts';
import { useClient, useDesk, useMember } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useLoad } from '../parts/use-load.ts';
import { RoomForm } from './RoomForm.tsx';
import classes from './settings.module.css';

/** Rooms on the left; one of them, or a new one, on the right. */
export function RoomsSection() {
  const { t, i18n } = useTranslation('settings');
  const client = useClient();
  const rooms = useDesk((desk) => desk.rooms);
  const boss = useMember()?.roles.includes('supervisor') ?? false;
  const plugins = useLoad('plugins', (signal) => client.rooms.plugins(undefined, { signal }));
  const [picked, setPicked] = useState<string | 'new' | null>(null);
  const views = [...rooms.values()];
  const shown = picked === 'new' ? undefined : (rooms.get(picked ?? '') ?? views[0]);
  const nameOf = (id: string) => pluginName(plugins.value ?? [], id, i18n.language);
  return (
    <div className={classes.rooms}>
      <Panel
        title={t('nav.rooms')}
        side={
          boss ? (
            <Button size="compact-xs" onClick={() => setPicked('new')} data-testid="room-add">
              {t('rooms.add')}
            </Button>
          ) : undefined
        }
        className={classes.roomList}
      >
        <p className={classes.roomLead}>{t('rooms.lead')}</p>
        {views.map((view) => (
          <button
            key={view.room.id}
            type="button"
            className={classes.room}
            data-picked={picked !== 'new' && view.room.id === shown?.room.id}
            onClick={() => setPicked(view.room.id)}
            data-testid="room-item"
            data-id={view.room.id}
          >
            <b>{view.room.name}</b>
            <span className={classes.dim}>
              {nameOf(view.room.plugin)} · {t(`common:source.${view.status.state}`)}
            </span>
          </button>
        ))}
      </Panel>
      <div className={classes.roomPane}>
        {plugins.fault === undefined ? null : <FaultNotice fault={plugins.fault} retry={plugins.reload} />}
        {plugins.loading ? <Loading /> : null}
        {plugins.value === undefined ? null : picked !== 'new' && shown === undefined ? (
          <EmptyState title={t('rooms.empty')}>
            {boss ? <Button onClick={() => setPicked('new')}>{t('rooms.add')}</Button> : null}
          </EmptyState>
        ) : (
          <RoomForm
            key={shown?.room.id ?? 'new'}
            view={shown}
            plugins={plugins.value}
            canChange={boss}
            made={setPicked}
            removed={() => setPicked(null)}
          />
        )}
      </div>
    </div>
  );
}

/** A plugin's name in the language of the page. */
export function pluginName(plugins: readonly PluginView[], id: string, language: string): string {
  const name = plugins.find((plugin) => plugin.id === id)?.name;
  return name === undefined ? id : language === 'en' ? name.en : name.zh;
}
