import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useDesk, useNow } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLoad } from '../parts/use-load.ts';
import { useConfig } from '../support/use-config.ts';
import { AgentsChart, TopicsChart } from './Bars.tsx';
import { MayExport } from './Card.tsx';
import { CsvButton } from './CsvButton.tsx';
import { Figures } from './Figures.tsx';
import { Heat } from './Heat.tsx';
import { RoomFigures } from './RoomFigures.tsx';
import { type RowFilter, Rows } from './Rows.tsx';
import { before, rangeOf, SPANS, type Span } from './range.ts';
import classes from './stats.module.css';
import { Waits } from './Waits.tsx';

/** How the desk and the room did: each figure with its definition, its rows, and the stretch before. */
export function StatsPage() {
  const { t } = useTranslation('stats');
  const client = useClient();
  const now = useNow(60_000);
  const rooms = useDesk((desk) => desk.rooms);
  const [span, setSpan] = useState<Span>('week');
  const [roomId, setRoomId] = useState<string | null>(null);
  const [filter, setFilter] = useState<RowFilter | null>(null);
  const range = rangeOf(span, now);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const query = { ...range, timeZone, ...(roomId === null ? {} : { roomId }) };
  const earlier = { ...query, ...before(range) };
  const key = `${range.from}-${range.to}-${roomId ?? ''}`;
  const stats = useLoad(`stats-${key}`, (signal) => client.support.stats.summary(query, { signal }));
  const then = useLoad(`stats-then-${key}`, (signal) => client.support.stats.summary(earlier, { signal }));
  const rows = useLoad(`stats-rows-${key}`, (signal) => client.support.stats.rows(query, { signal }));
  const mayExport = useConfig().value?.privacy.exportRestricted === false;
  return (
    <MayExport value={mayExport}>
      <div className={classes.page} data-testid="stats-page">
        <header className={classes.top}>
          <h1>{t('title')}</h1>
          <Chips
            label={t('span.label')}
            value={span}
            choices={SPANS.map((value) => ({ value, name: t(`span.${value}`) }))}
            change={setSpan}
            testId="stats-span"
          />
          <Select
            data={[...rooms.values()].map((view) => ({ value: view.room.id, label: view.room.name }))}
            placeholder={t('allRooms')}
            aria-label={t('room')}
            value={roomId}
            onChange={setRoomId}
            clearable
          />
          <span className={classes.push} />
          <span className={classes.dim}>{timeZone}</span>
          <CsvButton query={query} />
        </header>
        {stats.fault === undefined ? null : <FaultNotice fault={stats.fault} retry={stats.reload} />}
        {stats.value === undefined ? (
          stats.fault === undefined ? (
            <Loading />
          ) : null
        ) : (
          <>
            <Figures stats={stats.value} then={then.value} pick={setFilter} />
            <div className={classes.charts}>
              <Heat heat={stats.value.heat} pick={setFilter} />
              <Waits rows={rows.value ?? []} range={range} pick={setFilter} />
              <TopicsChart stats={stats.value} pick={setFilter} />
              <AgentsChart stats={stats.value} pick={setFilter} />
            </div>
            <RoomFigures roomId={roomId} range={range} />
            <Rows
              rows={rows.value ?? []}
              loading={rows.loading}
              filter={filter}
              clear={() => setFilter(null)}
              timeZone={timeZone}
            />
          </>
        )}
      </div>
    </MayExport>
  );
}
