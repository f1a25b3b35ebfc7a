import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { isUnfinished } from '../../../shared/domain/ticket-queue.ts';
import { useClient } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** Brings others of the same room into this one; the same viewer's first. */
export function Merge(props: {
  readonly ticket: Ticket;
  readonly all: readonly Ticket[];
  readonly learn: (ticket: Ticket) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const { ticket } = props;
  const [picked, setPicked] = useState<readonly string[]>([]);
  const act = useAct();
  const isSame = (one: Ticket) => one.person?.id !== undefined && one.person.id === ticket.person?.id;
  const others = props.all
    .filter(
      (one) =>
        one.id !== ticket.id &&
        one.roomId === ticket.roomId &&
        one.mergedInto === undefined &&
        isUnfinished(one),
    )
    .toSorted(
      (left, right) => Number(isSame(right)) - Number(isSame(left)) || right.createdAt - left.createdAt,
    )
    .slice(0, 50);
  const submit = async () => {
    const answer = await act.run(() =>
      client.tickets.merge({ ticketId: ticket.id, version: ticket.version, ticketIds: [...picked] }),
    );
    if (!answer.ok) return;
    props.learn(answer.value);
    props.close();
  };
  return (
    <Modal opened onClose={props.close} title={t('merge.title', { n: ticket.number })}>
      <p className={classes.meta}>{t('merge.hint')}</p>
      <div className={work.picks} data-testid="merge-picks">
        {others.length === 0 ? <p className={classes.meta}>{t('merge.none')}</p> : null}
        {others.map((one) => (
          <Checkbox
            key={one.id}
            label={`#${one.number} ${one.title} · ${one.person?.name ?? ''}`}
            checked={picked.includes(one.id)}
            onChange={(event) =>
              setPicked(
                event.currentTarget.checked
                  ? [...picked, one.id].slice(0, 20)
                  : picked.filter((id) => id !== one.id),
              )
            }
          />
        ))}
      </div>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <div className={classes.modalEnd}>
        <Button variant="default" onClick={props.close}>
          {t('common:do.cancel')}
        </Button>
        <Button
          disabled={picked.length === 0}
          loading={act.busy}
          onClick={() => void submit()}
          data-testid="merge-yes"
        >
          {t('merge.yes')}
        </Button>
      </div>
    </Modal>
  );
}

/** What was merged into it, with the way back. */
export function Merged(props: { readonly ticket: Ticket; readonly learn: (ticket: Ticket) => void }) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const act = useAct();
  const { ticket, learn } = props;
  const merged = ticket.merged ?? [];
  if (merged.length === 0) return null;
  const back = async (mergedId: string) => {
    const answer = await act.run(() => client.tickets.unmerge({ ticketId: ticket.id, mergedId }));
    if (!answer.ok) return;
    learn(answer.value.survivor);
    learn(answer.value.ticket);
  };
  return (
    <ul className={work.links} aria-label={t('merge.merged')}>
      {merged.map((one) => (
        <li key={one.ticketId}>
          <span className={classes.kind}>{t('merge.merged')}</span>
          <span>
            #{one.number} {one.title}
          </span>
          <button
            type="button"
            className={classes.textButton}
            disabled={act.busy}
            onClick={() => void back(one.ticketId)}
            data-testid="ticket-unmerge"
          >
            {t('merge.unmerge')}
          </button>
        </li>
      ))}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </ul>
  );
}
