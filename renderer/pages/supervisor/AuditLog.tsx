import { Button, CopyButton } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { useClient, useDesk } from '../../app/services.tsx';
import { clockText, dayText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useLoad } from '../parts/use-load.ts';
import { olderFrom, PAGE, readableDetail } from './audit.ts';
import classes from './supervisor.module.css';

/** Who did what, newest first, and whether the chain of entries still holds. */
export function AuditLog() {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const [fromSeq, setFromSeq] = useState<number | undefined>(undefined);
  const page = useLoad(`audit ${fromSeq ?? 'newest'}`, (signal) =>
    client.review.audit({ fromSeq, limit: PAGE }, { signal }),
  );
  const entries = (page.value?.entries ?? []).toSorted((a, b) => b.seq - a.seq);
  const older = olderFrom(entries);
  return (
    <Panel
      title={t('tabs.audit')}
      side={
        <>
          {page.value === undefined || entries.length === 0 ? null : (
            <Verified intact={page.value.intact} brokenAt={page.value.brokenAt} n={entries.length} />
          )}
          <Button
            size="compact-xs"
            variant="default"
            disabled={older === null}
            onClick={() => setFromSeq(older ?? undefined)}
          >
            {t('audit.more')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => (fromSeq === undefined ? page.reload() : setFromSeq(undefined))}
          >
            {t('audit.latest')}
          </Button>
        </>
      }
      className={classes.full}
    >
      {page.loading ? <Loading /> : null}
      {page.fault === undefined ? null : <FaultNotice fault={page.fault} retry={page.reload} />}
      {page.value !== undefined && entries.length === 0 ? (
        <p className={classes.nothing}>{t('audit.empty')}</p>
      ) : null}
      <table className={classes.table} hidden={entries.length === 0}>
        <thead>
          <tr>
            <th className={classes.num}>{t('audit.seq')}</th>
            <th>{t('audit.time')}</th>
            <th>{t('audit.who')}</th>
            <th>{t('audit.what')}</th>
            <th>{t('audit.where')}</th>
            <th>{t('audit.detail')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.seq} entry={entry} broken={entry.seq === page.value?.brokenAt} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Verified(props: {
  readonly intact: boolean;
  readonly brokenAt: number | undefined;
  readonly n: number;
}) {
  const { t } = useTranslation('supervisor');
  return props.intact ? (
    <span className={classes.good} data-testid="audit-intact">
      ✓ {t('audit.intact', { n: props.n })}
    </span>
  ) : (
    <b className={classes.late} role="alert" data-testid="audit-broken">
      ✕ {t('audit.broken', { seq: props.brokenAt ?? 0 })}
    </b>
  );
}

function Row(props: { readonly entry: AuditEntry; readonly broken: boolean }) {
  const { t } = useTranslation('supervisor');
  const { entry } = props;
  const room = useDesk((desk) =>
    entry.roomId === undefined ? undefined : desk.rooms.get(entry.roomId)?.room.name,
  );
  return (
    <tr data-broken={props.broken}>
      <td className={classes.num}>{entry.seq}</td>
      <td className={classes.dim}>
        {dayText(entry.at)} {clockText(entry.at)}
      </td>
      <td>
        {entry.actor.kind === 'person'
          ? entry.actor.name
          : t(entry.actor.kind === 'rule' ? 'harsh.rule' : 'harsh.system')}
      </td>
      <td>{t(`audit.name.${entry.what}`, { defaultValue: t('audit.other') })}</td>
      <td className={classes.dim}>{room ?? '—'}</td>
      <td>
        <HostileText text={readableDetail(entry, t as TFunction)} />
      </td>
      <td className={classes.num}>
        <CopyButton value={entry.hash}>
          {({ copied, copy }) => (
            <button type="button" className={classes.textButton} onClick={copy}>
              {copied ? t('common:do.copied') : t('audit.copyHash')}
            </button>
          )}
        </CopyButton>
      </td>
    </tr>
  );
}
