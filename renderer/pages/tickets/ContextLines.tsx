import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useNow } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { Chips } from '../parts/Chips.tsx';
import { Panel } from '../parts/Panel.tsx';
import {
  type ContextLine,
  contextLines,
  type LineFilter,
  linesShown,
  offsetText,
  stillFilling,
} from './context.ts';
import classes from './tickets.module.css';

const FILTERS = ['talk', 'theirs', 'all'] as const;

/** The room 60 seconds before and after, with the danmaku the ticket came from in view. */
export function ContextLines(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const { ticket } = props;
  const [filter, setFilter] = useState<LineFilter>('talk');
  const lines = linesShown(contextLines(ticket), filter);
  const left = Math.ceil(stillFilling(ticket, useNow()) / 1_000);
  const anchor = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice moves the line
  useEffect(() => {
    anchor.current?.scrollIntoView({ block: 'center' });
  }, [filter]);
  return (
    <Panel
      title={t('context')}
      side={
        <>
          {left > 0 ? (
            <span role="status">{t('filling', { s: left })}</span>
          ) : (
            t('lines', { n: lines.length })
          )}
          <Chips
            label={t('lineFilter.label')}
            value={filter}
            change={setFilter}
            choices={FILTERS.map((value) => ({ value, name: t(`lineFilter.${value}`) }))}
          />
        </>
      }
      className={classes.context}
    >
      {lines.length === 0 ? <p className={classes.nothing}>{t('contextEmpty')}</p> : null}
      <ol className={classes.lines}>
        {lines.map((line) => (
          <li
            key={line.line.eventId}
            ref={line.anchor ? anchor : undefined}
            data-anchor={line.anchor}
            data-theirs={line.theirs}
            data-paid={line.line.money !== undefined && line.line.money.kind !== 'none'}
          >
            <Line line={line} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Line(props: { readonly line: ContextLine }) {
  const { t } = useTranslation('tickets');
  const { line, offsetSec, anchor } = props.line;
  return (
    <>
      <time>{clockText(line.at)}</time>
      <span className={classes.offset}>{offsetText(offsetSec)}</span>
      <span className={classes.lineName}>
        <HostileText text={line.name} />
      </span>
      <span>
        {line.kind === 'chat' ? null : (
          <span className={classes.kind}>{t(`review:kind.${line.kind}`, { defaultValue: '' })} </span>
        )}
        <HostileText text={line.text} />
      </span>
      <span className={classes.lineEnd}>
        {anchor ? <b>{t('anchor')}</b> : null}
        {line.money === undefined || line.money.kind === 'none' ? null : <MoneyText money={line.money} />}
      </span>
    </>
  );
}
