import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { desktopBridge } from '../transport/bridge.ts';
import { FaultNotice } from '../ui/FaultNotice.tsx';
import classes from './frame.module.css';
import { useConnection, useNow, useServices } from './services.tsx';
import { useCoreView } from './use-core-view.ts';

/** Says when the core cannot be reached, and what to do; nothing while all is well. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const state = useConnection();
  const { connection } = useServices();
  const now = useNow();
  const core = useCoreView();
  if (core?.kind === 'refused') {
    return <FaultNotice fault={core.fault} retry={() => void desktopBridge()?.restartCore()} />;
  }
  if (state.kind === 'version_mismatch') {
    return (
      <div className={classes.line} role="alert" data-testid="connection-bar">
        <span>▲ {t('connection.mismatch')}</span>
        <Button onClick={() => window.location.reload()}>{t('connection.reload')}</Button>
      </div>
    );
  }
  if (state.kind !== 'lost') return null;
  const wait = state.retryAt === undefined ? 0 : Math.ceil((state.retryAt - now) / 1000);
  return (
    <div className={classes.line} role="alert" data-testid="connection-bar">
      <span>▲ {wait > 0 ? t('connection.lostIn', { n: wait }) : t('connection.lost')}</span>
      <Button variant="default" size="compact-xs" onClick={connection.retryNow}>
        {t('connection.retry')}
      </Button>
    </div>
  );
}
