import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleHitRow, RuleView } from '../../../shared/rules/views.ts';
import { useClient } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLoad } from '../parts/use-load.ts';
import { HitRows } from './HitRows.tsx';
import classes from './hits.module.css';
import { byEvent } from './logic/evidence.ts';
import { hitsOf } from './logic/library.ts';
import { useWhenChanged } from './use-library.ts';

const MODES = ['all', 'live', 'shadow'] as const;

/** What the rule matched, newest first. */
export function HitsTab(props: { readonly rule: RuleView }) {
  const { t } = useTranslation('rules');
  const { rule } = props;
  const client = useClient();
  const [mode, setMode] = useState<(typeof MODES)[number]>('all');
  const [older, setOlder] = useState<{
    readonly rows: readonly RuleHitRow[];
    readonly cursor?: string | undefined;
  }>();
  const act = useAct();
  const query = { ruleId: rule.id, limit: 50, ...(mode === 'all' ? {} : { mode }) };
  const hits = useLoad(`hits ${rule.id} ${mode}`, (signal) => client.rules.hits(query, { signal }));
  useWhenChanged(hitsOf(rule), hits.reload);
  const cursor = older === undefined ? hits.value?.cursor : older.cursor;
  const first = hits.value?.rows ?? [];
  const known = new Set(first.map((one) => one.row.id));
  const events = byEvent([...first, ...(older?.rows ?? []).filter((one) => !known.has(one.row.id))]);
  const rows = mode === 'all' ? events : events.map(({ row, reasons }) => ({ row, reasons }));
  const more = async () => {
    if (cursor === undefined) return;
    const answer = await act.run(() => client.rules.hits({ ...query, cursor }));
    if (!answer.ok) return;
    const { value } = answer;
    setOlder((before) => ({ rows: [...(before?.rows ?? []), ...value.rows], cursor: value.cursor }));
  };
  const fault = hits.fault ?? act.fault;
  return (
    <div className={classes.tabBody}>
      <Chips
        label={t('hits.mode')}
        value={mode}
        choices={MODES.map((value) => ({ value, name: t(`hits.${value}`) }))}
        change={(next) => {
          setOlder(undefined);
          setMode(next);
        }}
      />
      {fault === undefined ? null : <FaultNotice fault={fault} retry={hits.reload} />}
      {hits.loading ? <Loading /> : null}
      {!hits.loading && fault === undefined && rows.length === 0 ? (
        <EmptyState title={t('hits.empty')} hint={t(`hits.emptyHint.${rule.state}`)} />
      ) : (
        <HitRows rows={rows} />
      )}
      {cursor === undefined ? null : (
        <Button variant="subtle" onClick={() => void more()} loading={act.busy}>
          {t('hits.more')}
        </Button>
      )}
    </div>
  );
}
