import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient, useMember, useSupport } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './support.module.css';

/** Somebody waits, and I am not there to be given anyone: one click to begin. */
export function OfflineHint() {
  const { t } = useTranslation('support');
  const client = useClient();
  const member = useMember();
  const state = useSupport((support) => support.agents.get(member?.id ?? '')?.state ?? 'offline');
  const waits = useSupport((support) => (support.gauges?.waiting ?? 0) > 0);
  const act = useAct();
  const isAgent = member?.roles.includes('agent') ?? false;
  if (!isAgent || state !== 'offline' || !waits) return null;
  return (
    <div className={classes.offlineHint} data-testid="support-offline-hint">
      <span>{t('state.notGiven')}</span>
      <Button
        size="compact-xs"
        loading={act.busy}
        onClick={() => void act.run(() => client.support.setState({ state: 'online' }))}
      >
        {t('state.goOnline')}
      </Button>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </div>
  );
}
