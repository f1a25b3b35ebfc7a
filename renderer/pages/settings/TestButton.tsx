import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../shared/domain/fault.ts';
import { useClient } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './settings.module.css';

interface Seen {
  readonly state: string;
  readonly events: number;
  readonly fault?: Fault | undefined;
}

/** Tries the source for five seconds as it is filled in, without storing anything. */
export function TestButton(props: {
  readonly plugin: string;
  readonly settings: Record<string, unknown>;
  readonly ready: boolean;
  readonly notReady: () => void;
}) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const act = useAct();
  const [seen, setSeen] = useState<Seen | null>(null);
  const test = async () => {
    setSeen(null);
    if (!props.ready) {
      props.notReady();
      return;
    }
    const answer = await act.run(() => client.rooms.test({ plugin: props.plugin, settings: props.settings }));
    if (answer.ok) setSeen(answer.value);
  };
  const words = () => {
    if (act.busy) return t('rooms.testing');
    if (seen === null) return '';
    if (seen.fault !== undefined || seen.state === 'failed') return `✕ ${t('rooms.testFailed')}`;
    if (seen.events === 0) return `✓ ${t('rooms.testQuiet')}`;
    return `✓ ${t('rooms.testOk', { n: seen.events })}`;
  };
  return (
    <>
      <Button variant="default" onClick={() => void test()} loading={act.busy} data-testid="room-test">
        {t('rooms.test')}
      </Button>
      <span role="status" className={classes.dim} data-testid="room-test-result" data-state={seen?.state}>
        {words()}
      </span>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {seen?.fault === undefined ? null : <FaultNotice fault={seen.fault} dismiss={() => setSeen(null)} />}
    </>
  );
}
