import { Button, Menu, Modal, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkChange } from '../../../shared/api/tickets-inputs.ts';
import { type Fault, faultText } from '../../../shared/domain/fault.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { TICKET_PRIORITIES } from '../../../shared/domain/ticket-desk.ts';
import { useClient, usePreferences } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { usePeople } from '../parts/use-people.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

type Asked = 'department' | 'close';

/** The same done to many: who, how urgent, where to, or closed. A result for each. */
export function BulkBar(props: {
  readonly picked: readonly string[];
  readonly departments: readonly string[];
  readonly clear: () => void;
  readonly learn: (tickets: readonly Ticket[]) => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const people = usePeople();
  const act = useAct();
  const [{ language }] = usePreferences();
  const [asked, setAsked] = useState<Asked | null>(null);
  const run = async (change: BulkChange) => {
    const answer = await act.run(() => client.tickets.bulk({ ticketIds: [...props.picked], change }));
    if (!answer.ok) return;
    const done = answer.value.results.flatMap((result) => result.ticket ?? []);
    props.learn(done);
    const failed = answer.value.results.find((result) => result.fault !== undefined);
    notifications.show({
      message: [
        t('bulk.done', { n: done.length }),
        failed === undefined
          ? ''
          : t('bulk.failed', {
              n: answer.value.results.length - done.length,
              why: failed.fault === undefined ? '' : faultText(failed.fault, language),
            }),
      ]
        .filter((part) => part !== '')
        .join('；'),
    });
    setAsked(null);
    if (failed === undefined) props.clear();
  };
  return (
    <div className={work.bulk} data-testid="bulk-bar">
      <b>{t('bulk.count', { n: props.picked.length })}</b>
      <Menu>
        <Menu.Target>
          <Button size="compact-xs" variant="default">
            {t('bulk.assign')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {people.map((one) => (
            <Menu.Item key={one.value} onClick={() => void run({ kind: 'assign', assignee: one.value })}>
              {one.label}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => void run({ kind: 'assign', assignee: null })}>
            {t('unassigned')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <Button size="compact-xs" variant="default">
            {t('bulk.priority')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {TICKET_PRIORITIES.map((priority) => (
            <Menu.Item key={priority} onClick={() => void run({ kind: 'priority', priority })}>
              {t(`common:priority.${priority}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="compact-xs" variant="default" onClick={() => setAsked('department')}>
        {t('bulk.department')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsked('close')} data-testid="bulk-close">
        {t('bulk.close')}
      </Button>
      <button type="button" className={classes.textButton} onClick={props.clear}>
        {t('bulk.clear')}
      </button>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {asked === null ? null : (
        <BulkAsk
          asked={asked}
          departments={props.departments}
          busy={act.busy}
          fault={act.fault}
          run={(change) => void run(change)}
          close={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function BulkAsk(props: {
  readonly asked: Asked;
  readonly departments: readonly string[];
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly run: (change: BulkChange) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const [department, setDepartment] = useState<string | null>(null);
  const [text, setText] = useState('');
  const isReady = text.trim() !== '' && (props.asked === 'close' || department !== null);
  const submit = () => {
    if (props.asked === 'close') props.run({ kind: 'close', resolution: text.trim() });
    else if (department !== null) props.run({ kind: 'department', department, note: text.trim() });
  };
  return (
    <Modal opened onClose={props.close} title={t(`bulk.${props.asked}`)}>
      {props.asked === 'department' ? (
        <Select
          label={t('handOver.to')}
          data={[...props.departments]}
          value={department}
          onChange={setDepartment}
        />
      ) : null}
      <Textarea
        label={t(props.asked === 'close' ? 'bulk.closeHow' : 'bulk.note')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
        data-autofocus
        data-testid="bulk-text"
      />
      {props.fault === undefined ? null : <FaultNotice fault={props.fault} />}
      <div className={classes.modalEnd}>
        <Button variant="default" onClick={props.close}>
          {t('common:do.cancel')}
        </Button>
        <Button disabled={!isReady} loading={props.busy} onClick={submit} data-testid="bulk-yes">
          {t('bulk.yes')}
        </Button>
      </div>
    </Modal>
  );
}
