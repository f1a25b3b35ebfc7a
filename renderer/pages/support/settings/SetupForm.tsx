import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportConfig } from '../../../../shared/support/config.ts';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import classes from './setup.module.css';
import type { SetupAccess } from './use-setup.ts';

/** One group of settings: a draft, and what becomes of it. Read-only for those who may not change it. */
export function SetupForm<T>(props: {
  readonly setup: SetupAccess;
  readonly initial: T;
  readonly patchOf: (draft: T) => Partial<SupportConfig>;
  readonly bad?: (draft: T) => boolean;
  readonly children: (draft: T, set: (change: Partial<T>) => void, locked: boolean) => ReactNode;
}) {
  const { t } = useTranslation('support');
  const { setup, initial } = props;
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState(false);
  const dirty = JSON.stringify(draft) !== JSON.stringify(initial);
  const locked = !setup.canChange;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (dirty && (await setup.save(props.patchOf(draft)))) setSaved(true);
  };
  const set = useCallback((change: Partial<T>) => {
    setSaved(false);
    setDraft((before) => ({ ...before, ...change }));
  }, []);
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      {locked ? <p className={classes.locked}>{t('setup.readOnly')}</p> : null}
      {props.children(draft, set, locked)}
      {setup.saveFault === undefined ? null : <FaultNotice fault={setup.saveFault} />}
      {locked ? null : (
        <div className={classes.save}>
          <Button
            type="submit"
            disabled={!dirty || (props.bad?.(draft) ?? false)}
            loading={setup.busy}
            data-testid="setup-save"
          >
            {t('setup.save')}
          </Button>
          {dirty ? (
            <Button variant="subtle" onClick={() => setDraft(initial)}>
              {t('setup.discard')}
            </Button>
          ) : null}
          <span role="status" className={classes.dim}>
            {dirty ? t('setup.unsaved') : saved ? `✓ ${t('setup.saved')}` : ''}
          </span>
        </div>
      )}
    </form>
  );
}

/** Whether a number of the draft is none. */
export function hasNaN(draft: unknown): boolean {
  if (typeof draft === 'number') return Number.isNaN(draft);
  return typeof draft === 'object' && draft !== null && Object.values(draft).some(hasNaN);
}
