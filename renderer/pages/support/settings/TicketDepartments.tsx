import { MultiSelect, Switch } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Department } from '../../../../shared/domain/ticket-desk.ts';
import type { Colleague } from '../../parts/use-people.ts';
import { type DeskPart, restsOn } from './desk-part.ts';
import classes from './setup.module.css';
import { TicketTargets } from './TicketTargets.tsx';

/** Who works a department's queue, and whether it promises something else than the desk. */
export const TicketDepartments = memo(Departments, restsOn('departments', 'targets'));

function Departments(props: DeskPart & { readonly people: readonly Colleague[] }) {
  const { t } = useTranslation('support');
  const { desk, change, departments, locked } = props;
  const of = (name: string): Department =>
    desk.departments.find((one) => one.name === name) ?? { name, members: [], targets: null };
  const set = (name: string, part: Partial<Department>) =>
    change({
      departments: [...desk.departments.filter((one) => one.name !== name), { ...of(name), ...part }],
    });
  return (
    <>
      {departments.map((name) => {
        const { members, targets } = of(name);
        const known = new Set(props.people.map((one) => one.value));
        return (
          <fieldset
            key={name}
            className={classes.box}
            disabled={locked}
            data-testid="ticket-department-setup"
          >
            <legend>{name}</legend>
            <MultiSelect
              size="xs"
              label={t('setup.tickets.members')}
              data={[
                ...props.people,
                ...members.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id })),
              ]}
              value={[...members]}
              searchable
              onChange={(next) => set(name, { members: next })}
            />
            <Switch
              size="xs"
              label={t('setup.tickets.own')}
              checked={targets !== null}
              onChange={(event) => set(name, { targets: event.currentTarget.checked ? desk.targets : null })}
            />
            {targets === null ? null : (
              <TicketTargets
                title={t('setup.tickets.own')}
                policy={targets}
                change={(next) => set(name, { targets: next })}
                locked={locked}
              />
            )}
          </fieldset>
        );
      })}
    </>
  );
}
