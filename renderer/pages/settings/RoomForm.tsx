import { Button, Select, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PluginView } from '../../../shared/api/contract.ts';
import type { RoomView } from '../../../shared/api/views.ts';
import { useClient, useDesk } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { RemoveRoom } from './RemoveRoom.tsx';
import { RoomState } from './RoomState.tsx';
import { newRoomId } from './room-id.ts';
import { SchemaFields } from './SchemaFields.tsx';
import { SignInBox } from './SignInBox.tsx';
import { draftOf, fieldsOf, problemsOf, settingsOf } from './schema-form.ts';
import classes from './settings.module.css';
import { TestButton } from './TestButton.tsx';

/** One room: its source's own settings as plain fields, a live test, and its state. */
export function RoomForm(props: {
  readonly view: RoomView | undefined;
  readonly plugins: readonly PluginView[];
  readonly canChange: boolean;
  readonly made: (roomId: string) => void;
  readonly removed: () => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const client = useClient();
  const taken = useDesk((desk) => desk.rooms);
  const { view, plugins, canChange } = props;
  const stored = view?.room;
  const [name, setName] = useState(stored?.name ?? '');
  const [pluginId, setPluginId] = useState(stored?.plugin ?? plugins[0]?.id ?? '');
  const [enabled, setEnabled] = useState(stored?.enabled ?? true);
  const plugin = plugins.find((one) => one.id === pluginId);
  const fields = fieldsOf(plugin?.settings);
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>(stored?.settings ?? {});
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const draft = draftOf(fields, typed);
  const problems = problemsOf(fields, draft);
  const settings = settingsOf(fields, draft);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0 || name.trim() === '') return;
    const id = stored?.id ?? newRoomId(pluginId, Date.now(), new Set(taken.keys()));
    const room = { id, name: name.trim(), plugin: pluginId, settings, enabled };
    const answer = await act.run(async () => {
      if (stored !== undefined) return client.rooms.update(room);
      const made = await client.rooms.create(room);
      if (!enabled) await client.rooms.connect({ roomId: made.id });
      return made;
    });
    if (!answer.ok) return;
    setSaved(true);
    if (stored === undefined) props.made(answer.value.id);
  };
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setSaved(false);
      set(value);
    };

  return (
    <form className={classes.roomForm} onSubmit={(event) => void save(event)} data-testid="room-form">
      <h1>{stored?.name ?? t('rooms.new')}</h1>
      {canChange ? null : <p className={classes.locked}>{t('readOnly')}</p>}
      {view === undefined ? null : <RoomState view={view} />}
      <TextInput
        label={t('rooms.name')}
        placeholder={t('rooms.namePlaceholder')}
        value={name}
        maxLength={120}
        disabled={!canChange}
        onChange={(event) => change(setName)(event.currentTarget.value)}
        error={tried && name.trim() === '' ? t('problem.required') : undefined}
        data-testid="room-name"
      />
      <Select
        label={t('rooms.plugin')}
        data={plugins.map((one) => ({
          value: one.id,
          label: i18n.language === 'en' ? one.name.en : one.name.zh,
        }))}
        value={pluginId}
        onChange={(id) => id !== null && setPluginId(id)}
        allowDeselect={false}
        disabled={stored !== undefined || !canChange}
        data-testid="room-plugin"
      />
      <SchemaFields
        fields={fields}
        draft={draft}
        problems={tried ? problems : []}
        change={(field, value) => change(setTyped)({ ...typed, [field]: value })}
        locked={!canChange}
      />
      <Switch
        label={t('rooms.enabled')}
        checked={enabled}
        disabled={!canChange}
        onChange={(event) => change(setEnabled)(event.currentTarget.checked)}
      />
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} />}
      {canChange ? (
        <div className={classes.save}>
          <Button type="submit" loading={act.busy} data-testid="room-save">
            {stored === undefined ? t('rooms.create') : t('save')}
          </Button>
          <TestButton
            plugin={pluginId}
            settings={settings}
            ready={problems.length === 0}
            notReady={() => setTried(true)}
          />
          <span role="status" className={classes.dim}>
            {saved ? `✓ ${t('saved')}` : ''}
          </span>
        </div>
      ) : null}
      {stored !== undefined && plugin?.signIn === true && canChange ? (
        <SignInBox
          roomId={stored.id}
          needsClientId={fields.some((field) => field.name === 'clientId') && !stored.settings.clientId}
        />
      ) : null}
      {stored !== undefined && canChange ? (
        <RemoveRoom roomId={stored.id} name={stored.name} removed={props.removed} />
      ) : null}
    </form>
  );
}
