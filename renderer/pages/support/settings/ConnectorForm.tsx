import { Button, PasswordInput, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONNECTOR_DEFAULTS, type Connector } from '../../../../shared/support/shop/connector.ts';
import type { ConnectorView } from '../../../../shared/support/shop/views.ts';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Count } from './Count.tsx';
import { hasNaN } from './SetupForm.tsx';
import classes from './setup.module.css';

const NEW: Connector = { id: '', name: '', url: '', ...CONNECTOR_DEFAULTS };

/** A shop's address, secret and limits. */
export function ConnectorForm(props: {
  readonly shop: ConnectorView | undefined;
  readonly done: () => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const act = useAct();
  const [draft, setDraft] = useState<Connector>(props.shop?.connector ?? NEW);
  const [secret, setSecret] = useState('');
  const set = (change: Partial<Connector>) => setDraft({ ...draft, ...change });
  const hasSecret = props.shop?.hasSecret === true;
  const isBad =
    hasNaN(draft) ||
    !/^[\w-]{1,64}$/.test(draft.id) ||
    draft.name.trim() === '' ||
    !URL.canParse(draft.url) ||
    (secret === '' ? !hasSecret : secret.length < 16);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBad) return;
    const { rooms, platforms, ...rest } = draft;
    const answer = await act.run(() =>
      client.shop.saveConnector({
        ...rest,
        rooms: rooms === 'all' ? rooms : [...rooms],
        platforms: platforms === 'all' ? platforms : [...platforms],
        ...(secret === '' ? {} : { secret }),
      }),
    );
    if (answer.ok) props.done();
  };
  return (
    <form className={classes.box} onSubmit={(event) => void save(event)} data-testid="connector-form">
      <div className={classes.pairs}>
        <TextInput
          label={t('setup.connectors.id')}
          value={draft.id}
          maxLength={64}
          disabled={props.shop !== undefined}
          onChange={(event) => set({ id: event.currentTarget.value.trim() })}
        />
        <TextInput
          label={t('setup.connectors.name')}
          value={draft.name}
          maxLength={80}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('setup.connectors.url')}
        placeholder="https://…"
        value={draft.url}
        maxLength={2_000}
        onChange={(event) => set({ url: event.currentTarget.value.trim() })}
      />
      <PasswordInput
        size="xs"
        label={t('setup.connectors.secret')}
        placeholder={hasSecret ? t('setup.connectors.secretKept') : ''}
        value={secret}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <div className={classes.pairs}>
        <Count
          label={t('setup.connectors.timeoutMs')}
          unit={t('setup.connectors.ms')}
          value={draft.timeoutMs}
          change={(timeoutMs) => set({ timeoutMs })}
          min={100}
          max={30_000}
          locked={false}
        />
        <Count
          label={t('setup.connectors.cacheSec')}
          unit={t('setup.sec')}
          value={draft.cacheSec}
          change={(cacheSec) => set({ cacheSec })}
          max={3_600}
          locked={false}
        />
      </div>
      <Switch
        label={t('setup.connectors.enabled')}
        checked={draft.enabled}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      <Switch
        label={t('setup.connectors.private')}
        checked={draft.allowPrivateNetwork}
        onChange={(event) => set({ allowPrivateNetwork: event.currentTarget.checked })}
      />
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <div className={classes.save}>
        <Button type="submit" disabled={isBad} loading={act.busy} data-testid="connector-save">
          {t('setup.save')}
        </Button>
        <Button variant="subtle" onClick={props.close}>
          {t('common:do.cancel')}
        </Button>
      </div>
    </form>
  );
}
