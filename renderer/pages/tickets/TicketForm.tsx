import { Button, Select, Slider, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import type { FieldPatch } from '../../../shared/domain/ticket-forms.ts';
import { fieldsFor } from '../../../shared/domain/ticket-forms.ts';
import { usePreferences } from '../../app/services.tsx';
import { Section } from '../parts/Panel.tsx';
import { FieldInput } from '../parts/tickets/FieldInput.tsx';
import classes from './tickets.module.css';
import type { TicketChanger } from './use-ticket-change.ts';
import work from './work.module.css';

/** What the ticket is: type, description, the answers its department asks for, and how far it is. */
export function TicketForm(props: {
  readonly ticket: Ticket;
  readonly desk: TicketDesk;
  readonly change: TicketChanger;
}) {
  const { t } = useTranslation('tickets');
  const [{ language }] = usePreferences();
  const { ticket, desk, change } = props;
  const locked = change.busy || ticket.state === 'closed';
  const fields = fieldsFor(desk, ticket.department, ticket.type);
  const [patch, setPatch] = useState<FieldPatch>({});
  const [text, setText] = useState<string | null>(null);
  const save = async () => {
    if (await change.change({ fields: patch })) setPatch({});
  };
  return (
    <>
      <Select
        label={t('type')}
        placeholder={t('noType')}
        data={desk.types.map((type) => ({ value: type.id, label: type.name[language] }))}
        value={ticket.type ?? null}
        onChange={(type) => type !== null && void change.change({ type })}
        allowDeselect={false}
        disabled={locked}
        data-testid="ticket-type"
      />
      <Section
        title={t('description')}
        side={
          text === null && !locked ? (
            <button
              type="button"
              className={classes.textButton}
              onClick={() => setText(ticket.description ?? '')}
              data-testid="ticket-describe"
            >
              {t('edit')}
            </button>
          ) : null
        }
      >
        {text === null ? (
          <p className={work.description}>{ticket.description ?? t('unset')}</p>
        ) : (
          <div className={classes.fields}>
            <Textarea
              aria-label={t('description')}
              placeholder={t('describe')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autosize
              minRows={3}
              maxRows={12}
              maxLength={5_000}
              data-autofocus
            />
            <Button
              size="compact-sm"
              loading={change.busy}
              onClick={() =>
                void change
                  .change({ description: text.trim() })
                  .then((ok) => (ok ? setText(null) : undefined))
              }
            >
              {t('save')}
            </Button>
          </div>
        )}
      </Section>
      {fields.length === 0 ? null : (
        <Section title={t('fieldsTitle', { department: ticket.department })}>
          <div className={classes.fields} data-testid="ticket-form">
            {fields.map((field) => (
              <FieldInput
                key={field.id}
                field={field}
                value={field.id in patch ? (patch[field.id] ?? undefined) : ticket.fields?.[field.id]}
                change={(value) => setPatch({ ...patch, [field.id]: value })}
                locked={locked}
              />
            ))}
            {Object.keys(patch).length === 0 ? null : (
              <Button
                size="compact-sm"
                loading={change.busy}
                onClick={() => void save()}
                data-testid="form-save"
              >
                {t('save')}
              </Button>
            )}
          </div>
        </Section>
      )}
      <Progress key={ticket.progress?.at ?? 0} ticket={ticket} change={change} locked={locked} />
    </>
  );
}

function Progress(props: {
  readonly ticket: Ticket;
  readonly change: TicketChanger;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('tickets');
  const { ticket, change, locked } = props;
  const [percent, setPercent] = useState(ticket.progress?.percent ?? 0);
  const [text, setText] = useState(ticket.progress?.text ?? '');
  const isSame = percent === (ticket.progress?.percent ?? 0) && text === (ticket.progress?.text ?? '');
  return (
    <Section title={t('progress')} side={`${percent}%`}>
      <div className={classes.fields}>
        <Slider
          value={percent}
          onChange={setPercent}
          step={5}
          disabled={locked}
          label={null}
          thumbLabel={t('progress')}
        />
        <TextInput
          size="xs"
          aria-label={t('progressText')}
          placeholder={t('progressText')}
          value={text}
          maxLength={500}
          disabled={locked}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {isSame ? null : (
          <Button
            size="compact-sm"
            loading={change.busy}
            onClick={() => void change.change({ progress: { percent, text: text.trim() } })}
            data-testid="progress-save"
          >
            {t('progressSave')}
          </Button>
        )}
      </div>
    </Section>
  );
}
