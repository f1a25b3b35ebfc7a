import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../../../shared/support/block.ts';
import { isInForce } from '../../../../shared/support/block.ts';
import { formatRoute } from '../../../app/routes.ts';
import { useClient, useMember, useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { useAct } from '../../parts/use-act.ts';
import classes from './setup.module.css';

/** One block: whom, why, until when, what it kept out, and the way back. */
export function BlockRow(props: {
  readonly block: Block;
  /** Objections are a supervisor's to answer. */
  readonly mayAnswer: boolean;
  readonly changed: () => void;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const me = useMember()?.id;
  const now = useNow(30_000);
  const act = useAct();
  const { block } = props;
  const inForce = isInForce(block, now);
  const lift = async () => {
    if ((await act.run(() => client.support.blocks.lift({ blockId: block.id }))).ok) props.changed();
  };
  return (
    <tr data-testid="block-row" data-id={block.id} data-in-force={inForce}>
      <th scope="row">
        {block.conversationId === undefined ? (
          <HostileText text={block.name} />
        ) : (
          <a href={formatRoute({ kind: 'support', place: block.conversationId })}>
            <HostileText text={block.name} />
          </a>
        )}
        <span>{t(`block.scopes.${scopeOf(block)}`)}</span>
      </th>
      <td>
        {t(`block.reasons.${block.reason}`)}
        {block.note === undefined ? null : (
          <p className={classes.dim}>
            <HostileText text={block.note} />
          </p>
        )}
        <AppealLine block={block} mayAnswer={props.mayAnswer && inForce} changed={props.changed} />
      </td>
      <td>
        {block.by.name} · {momentText(block.at, now)}
      </td>
      <td>
        {block.liftedBy === undefined
          ? block.until === undefined
            ? t('block.forever')
            : momentText(block.until, now)
          : t('blocks.lifted', { name: block.liftedBy.name })}
      </td>
      <td>{block.refused ?? 0}</td>
      <td>
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
        {inForce && (props.mayAnswer || block.by.id === me) ? (
          <Button
            size="compact-xs"
            variant="default"
            loading={act.busy}
            onClick={() => void lift()}
            data-testid="block-lift"
          >
            {t('blocks.lift')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function AppealLine(props: {
  readonly block: Block;
  readonly mayAnswer: boolean;
  readonly changed: () => void;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const act = useAct();
  const [answer, setAnswer] = useState('');
  const { appeal, id } = props.block;
  if (appeal === undefined) return null;
  const settle = async (grant: boolean) => {
    const done = await act.run(() =>
      client.support.blocks.answer({ blockId: id, grant, answer: answer.trim() }),
    );
    if (done.ok) props.changed();
  };
  return (
    <div className={classes.appeal} data-testid="block-appeal">
      <p>
        <HostileText
          text={t('blocks.appeal', { text: appeal.text, interpolation: { escapeValue: false } })}
        />
      </p>
      {appeal.state === 'open' ? null : (
        <p className={classes.dim}>
          {t(appeal.state === 'granted' ? 'blocks.granted' : 'blocks.refusedAppeal')}
          {appeal.answer === undefined || appeal.answer === '' ? '' : ` · ${appeal.answer}`}
        </p>
      )}
      {appeal.state === 'open' && props.mayAnswer ? (
        <>
          <TextInput
            size="xs"
            value={answer}
            maxLength={500}
            aria-label={t('blocks.answer')}
            placeholder={t('blocks.answer')}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
          <Button
            size="compact-xs"
            loading={act.busy}
            onClick={() => void settle(true)}
            data-testid="block-grant"
          >
            {t('blocks.grant')}
          </Button>{' '}
          <Button size="compact-xs" variant="default" disabled={act.busy} onClick={() => void settle(false)}>
            {t('blocks.refuse')}
          </Button>
        </>
      ) : null}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </div>
  );
}

function scopeOf(block: Block): 'viewer' | 'address' | 'both' {
  if (block.addressHash === undefined) return 'viewer';
  return block.viewerId === undefined ? 'address' : 'both';
}
