import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultText } from '../../../shared/domain/fault.ts';
import { useClient, useDesk, useNow, useServices } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { durationName } from '../../ui/duration.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReceiptMark } from '../../ui/ReceiptMark.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLoad } from '../parts/use-load.ts';
import { type HarshRow, harshRows } from './harsh.ts';
import classes from './supervisor.module.css';

/** Bans, long mutes and actions on many people, to be looked at and taken back where wrong. */
export function HarshList() {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const live = useDesk((desk) => desk.actions);
  const stored = useLoad('harsh', (signal) => client.actions.list({ limit: 500 }, { signal }));
  const rows = useMemo(() => {
    const older = (stored.value?.rows ?? []).filter((action) => !live.has(action.id));
    return harshRows([...live.values(), ...older]);
  }, [live, stored.value]);
  return (
    <Panel title={t('tabs.harsh')} side={t('harsh.lead')} className={classes.full}>
      {stored.fault === undefined ? null : <FaultNotice fault={stored.fault} retry={stored.reload} />}
      {rows.length === 0 && !stored.loading ? <p className={classes.nothing}>{t('harsh.empty')}</p> : null}
      <table className={classes.table} hidden={rows.length === 0}>
        <thead>
          <tr>
            <th>{t('harsh.time')}</th>
            <th>{t('harsh.what')}</th>
            <th>{t('harsh.who')}</th>
            <th>{t('harsh.actor')}</th>
            <th>{t('harsh.reason')}</th>
            <th>{t('harsh.state')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row(props: { readonly row: HarshRow }) {
  const { t } = useTranslation('supervisor');
  const { first, people, state, undone } = props.row;
  const room = useDesk((desk) => desk.rooms.get(first.roomId)?.room.name);
  const now = useNow(60_000);
  const name = first.target?.name ?? '';
  return (
    <tr>
      <td className={classes.dim}>{momentText(first.requestedAt, now)}</td>
      <td>
        <b>{t(`common:action.${first.kind}`)}</b>{' '}
        {first.durationSec === undefined ? '' : durationName(t, first.durationSec)}
      </td>
      <td>
        <HostileText text={people > 1 ? t('harsh.people', { name, n: people }) : name} />
        <span className={classes.dim}> · {room ?? ''}</span>
      </td>
      <td>
        {first.actor.kind === 'person'
          ? first.actor.name
          : t(first.actor.kind === 'rule' ? 'harsh.rule' : 'harsh.system')}
      </td>
      <td>
        {first.reason === undefined ? (
          <span className={classes.refused}>{t('harsh.noReason')}</span>
        ) : (
          <HostileText text={first.reason} />
        )}
      </td>
      <td>
        <ReceiptMark small state={state} />
      </td>
      <td className={classes.num}>
        {undone === people ? (
          <span className={classes.dim}>{t('harsh.undone')}</span>
        ) : (
          <Undo row={props.row} />
        )}
      </td>
    </tr>
  );
}

function Undo(props: { readonly row: HarshRow }) {
  const { t, i18n } = useTranslation('supervisor');
  const client = useClient();
  const { desk } = useServices();
  const live = useDesk((state) => state.actions);
  const act = useAct();
  const [problem, setProblem] = useState<string | null>(null);
  const targets = [...live.values()].filter(
    (one) => (one.groupId ?? one.id) === props.row.id && one.undoneBy === undefined && one.undo.possible,
  );
  const ids = targets.length > 0 ? targets.map((one) => one.id) : [props.row.first.id];
  const undo = async () => {
    const answer = await act.run(() =>
      client.actions.undo({ actionIds: ids, undoIds: ids.map(() => crypto.randomUUID()) }),
    );
    if (!answer.ok) return;
    const { results } = answer.value;
    desk.learn(
      results.flatMap((one) => (one.action === undefined ? [] : [{ kind: 'action', action: one.action }])),
    );
    const failed = results.flatMap((one) => one.fault ?? []);
    const [first] = failed;
    setProblem(
      first === undefined
        ? null
        : t('harsh.undoFailed', {
            n: failed.length,
            why: faultText(first, i18n.language === 'en' ? 'en' : 'zh'),
          }),
    );
  };
  if (!props.row.first.undo.possible) {
    const note = props.row.first.undo.note;
    return (
      <span className={classes.dim}>
        {note === undefined ? '' : i18n.language === 'en' ? note.en : note.zh}
      </span>
    );
  }
  return (
    <>
      {problem === null ? null : <span className={classes.refused}>{problem} </span>}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {props.row.undone > 0 ? (
        <span className={classes.dim}>{t('harsh.undonePart', { n: props.row.undone })} </span>
      ) : null}
      <Button size="compact-xs" variant="default" onClick={() => void undo()} loading={act.busy}>
        {t('harsh.undo')}
      </Button>
    </>
  );
}
