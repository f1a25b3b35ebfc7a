import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleDetail, WordListView } from '../../../shared/rules/views.ts';
import { useDesk } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { BacktestResult } from './BacktestResult.tsx';
import common from './common.module.css';
import classes from './hits.module.css';
import { formProblems } from './logic/problems.ts';
import { isRunning, useBacktest } from './use-backtest.ts';

const SPANS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000 } as const;
type Span = keyof typeof SPANS;

/** What the rule, as it stands in the form, would have done in a room's own history. */
export function BacktestTab(props: {
  readonly detail: RuleDetail | undefined;
  readonly definition: RuleDefinition;
  readonly lists: readonly WordListView[];
}) {
  const { t } = useTranslation('rules');
  const { detail, definition } = props;
  const rooms = useDesk((desk) => desk.rooms);
  const allowed = [...rooms.values()].filter(
    ({ room }) => definition.roomIds === undefined || definition.roomIds.includes(room.id),
  );
  const [roomId, setRoomId] = useState<string | null>(null);
  const [span, setSpan] = useState<Span>('week');
  const [against, setAgainst] = useState<string | null>(null);
  const test = useBacktest();
  const room = roomId ?? allowed[0]?.room.id;
  const running = isRunning(test.view);
  const isWhole = formProblems(definition).length === 0;
  const isSame = detail?.versions.some(
    (one) => one.state === 'live' && JSON.stringify(one.definition) === JSON.stringify(definition),
  );
  const held = against ?? (isSame === true ? '0' : String(detail?.rule.live ?? 0));
  const start = () => {
    if (room === undefined) return;
    const now = Date.now();
    void test.start({
      roomId: room,
      from: now - SPANS[span],
      to: now,
      subject: { kind: 'definition', definition },
      ...(detail === undefined || held === '0'
        ? {}
        : { against: { ruleId: detail.rule.id, version: Number(held) } }),
    });
  };
  return (
    <div className={classes.tabBody}>
      <p className={common.dim}>{t('backtest.lead')}</p>
      <div className={classes.asked}>
        <Select
          label={t('backtest.room')}
          data={allowed.map((view) => ({ value: view.room.id, label: view.room.name }))}
          value={room ?? null}
          onChange={setRoomId}
          allowDeselect={false}
          disabled={running}
        />
        <Select
          label={t('backtest.span')}
          data={(Object.keys(SPANS) as Span[]).map((value) => ({ value, label: t(`span.${value}`) }))}
          value={span}
          onChange={(value) => {
            if (value !== null) setSpan(value);
          }}
          allowDeselect={false}
          disabled={running}
          w={120}
        />
        {detail === undefined ? null : (
          <Select
            label={t('backtest.against')}
            data={[
              { value: '0', label: t('backtest.nothing') },
              ...detail.versions.map((one) => ({
                value: String(one.version),
                label: `${t('version', { n: one.version })} · ${t(`state.${one.state}`)}`,
              })),
            ]}
            value={held}
            onChange={setAgainst}
            allowDeselect={false}
            disabled={running}
          />
        )}
        {running ? (
          <Button variant="default" onClick={() => void test.cancel()} data-testid="backtest-cancel">
            {t('backtest.cancel')}
          </Button>
        ) : (
          <Button
            onClick={start}
            disabled={room === undefined || !isWhole}
            loading={test.act.busy}
            data-testid="backtest-start"
          >
            {t('backtest.start')}
          </Button>
        )}
      </div>
      {isWhole ? null : <p className={common.warning}>▲ {t('try.fixFirst')}</p>}
      {test.act.fault === undefined ? null : <FaultNotice fault={test.act.fault} dismiss={test.act.clear} />}
      {test.view === undefined ? null : <BacktestResult view={test.view} compared={held !== '0'} />}
    </div>
  );
}
