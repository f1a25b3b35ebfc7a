import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsPatch } from '../../../shared/api/settings.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import classes from './settings.module.css';
import type { SettingsAccess } from './use-settings.ts';

/** One group of settings: a draft, and what becomes of it. Read-only for those who may not change it. */
export function SectionForm<T>(props: {
  readonly settings: SettingsAccess;
  readonly initial: T;
  readonly lead?: string;
  readonly patchOf: (draft: T) => SettingsPatch;
  readonly bad?: (draft: T) => boolean;
  readonly children: (draft: T, set: (change: Partial<T>) => void, locked: boolean) => ReactNode;
}) {
  const { t } = useTranslation('settings');
  const { settings, initial, bad } = props;
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState(false);
  const dirty = JSON.stringify(draft) !== JSON.stringify(initial);
  const locked = !settings.canChange;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (dirty && (await settings.save(props.patchOf(draft)))) setSaved(true);
  };
  const set = (change: Partial<T>) => {
    setSaved(false);
    setDraft((before) => ({ ...before, ...change }));
  };
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      {props.lead === undefined ? null : <p className={classes.lead}>{props.lead}</p>}
      {locked ? <p className={classes.locked}>{t('readOnly')}</p> : null}
      {props.children(draft, set, locked)}
      {settings.saveFault === undefined ? null : <FaultNotice fault={settings.saveFault} />}
      {locked ? null : (
        <div className={classes.save}>
          <Button
            type="submit"
            disabled={!dirty || (bad?.(draft) ?? false)}
            loading={settings.busy}
            data-testid="settings-save"
          >
            {t('save')}
          </Button>
          {dirty ? (
            <Button variant="subtle" onClick={() => setDraft(initial)}>
              {t('discard')}
            </Button>
          ) : null}
          <span role="status" className={classes.dim}>
            {dirty ? t('unsaved') : saved ? `✓ ${t('saved')}` : ''}
          </span>
        </div>
      )}
    </form>
  );
}
