import { useTranslation } from 'react-i18next';
import type { TicketDesk } from '../../../../shared/domain/ticket-desk.ts';
import { usePeople } from '../../parts/use-people.ts';
import type { DeskPart } from './desk-part.ts';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';
import { TicketDepartments } from './TicketDepartments.tsx';
import { TicketForms } from './TicketForms.tsx';
import { TicketPolicy } from './TicketPolicy.tsx';
import { TicketRules } from './TicketRules.tsx';
import { TicketTemplates } from './TicketTemplates.tsx';
import { TicketTypes } from './TicketTypes.tsx';
import { ruleFaults } from './ticket-rules/rule-draft.ts';

/** How tickets are worked: types, departments with their people and promises, forms, templates. */
export function TicketsPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const people = usePeople();
  return (
    <SetupForm
      setup={setup}
      initial={value.ticketDesk}
      patchOf={(ticketDesk) => ({ ticketDesk })}
      bad={(draft) => hasNaN(draft) || isNameless(draft) || hasBadRule(draft, value.departments)}
    >
      {(desk, change, locked) => {
        const part: DeskPart = { desk, change, departments: value.departments, locked };
        return (
          <>
            <p className={classes.dim}>{t('setup.tickets.lead')}</p>
            <TicketTypes {...part} />
            <TicketDepartments {...part} people={people} />
            <TicketPolicy {...part} />
            <TicketForms {...part} />
            <TicketTemplates {...part} />
            <TicketRules {...part} />
            {isNameless(desk) ? (
              <p className={classes.dim} role="alert">
                ▲ {t('setup.tickets.bad')}
              </p>
            ) : null}
            {hasBadRule(desk, value.departments) ? (
              <p className={classes.dim} role="alert">
                ▲ {t('setup.rules.bad')}
              </p>
            ) : null}
          </>
        );
      }}
    </SetupForm>
  );
}

function hasBadRule(desk: TicketDesk, departments: readonly string[]): boolean {
  return desk.rules.some((rule) => ruleFaults(rule, desk, departments).length > 0);
}

function isNameless(desk: TicketDesk): boolean {
  const labels = [
    ...desk.types.map((type) => type.name),
    ...desk.forms.flatMap((form) =>
      form.fields.flatMap((field) => [field.label, ...field.options.map((option) => option.label)]),
    ),
  ];
  return (
    labels.some(({ zh, en }) => zh.trim() === '' || en.trim() === '') ||
    desk.templates.some((template) => template.name.trim() === '')
  );
}
