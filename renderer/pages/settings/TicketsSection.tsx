import { PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HubSettings } from '../../../shared/api/settings.ts';
import { isWebAddress } from '../parts/external.ts';
import { Deliveries } from './Deliveries.tsx';
import { listText, parseTerms } from './lists.ts';
import { SectionForm } from './SectionForm.tsx';
import type { SettingsAccess } from './use-settings.ts';

/** Departments, and the other system that is told of tickets. */
export function TicketsSection(props: { readonly settings: SettingsAccess; readonly value: HubSettings }) {
  const { t } = useTranslation('settings');
  const { departments, ticketHook } = props.value;
  const departmentsOf = (text: string) =>
    parseTerms(text)
      .values.filter((name) => name.length <= 64)
      .slice(0, 50);
  return (
    <>
      <SectionForm
        settings={props.settings}
        initial={{
          departments: listText(departments),
          on: ticketHook !== null,
          url: ticketHook?.url ?? '',
          secret: ticketHook?.secret ?? '',
          department: ticketHook?.department ?? null,
        }}
        bad={(draft) =>
          departmentsOf(draft.departments).length === 0 || (draft.on && !isWebAddress(draft.url))
        }
        patchOf={(draft) => ({
          departments: [...departmentsOf(draft.departments)],
          ticketHook: draft.on
            ? {
                url: draft.url.trim(),
                secret: draft.secret,
                ...(draft.department === null ? {} : { department: draft.department }),
              }
            : null,
        })}
      >
        {(draft, set, locked) => (
          <>
            <Textarea
              label={t('tickets.departments')}
              description={t('tickets.departmentsHelp')}
              value={draft.departments}
              onChange={(event) => set({ departments: event.currentTarget.value })}
              error={departmentsOf(draft.departments).length === 0 ? t('tickets.departmentsNeed') : undefined}
              autosize
              minRows={3}
              maxRows={10}
              disabled={locked}
            />
            <Switch
              label={t('tickets.hook')}
              description={t('tickets.hookLead')}
              checked={draft.on}
              disabled={locked}
              onChange={(event) => set({ on: event.currentTarget.checked })}
              data-testid="hook-on"
            />
            {draft.on ? (
              <>
                <TextInput
                  label={t('tickets.url')}
                  placeholder={t('tickets.urlPlaceholder')}
                  value={draft.url}
                  onChange={(event) => set({ url: event.currentTarget.value })}
                  error={draft.url !== '' && !isWebAddress(draft.url) ? t('tickets.badUrl') : undefined}
                  maxLength={2_000}
                  disabled={locked}
                  data-testid="hook-url"
                />
                <PasswordInput
                  size="xs"
                  label={t('tickets.secret')}
                  description={t('tickets.secretHelp')}
                  value={draft.secret}
                  onChange={(event) => set({ secret: event.currentTarget.value })}
                  maxLength={200}
                  autoComplete="off"
                  disabled={locked}
                  data-testid="hook-secret"
                />
                <Select
                  label={t('tickets.department')}
                  placeholder={t('tickets.everyDepartment')}
                  data={[...departmentsOf(draft.departments)]}
                  value={draft.department}
                  onChange={(department) => set({ department })}
                  clearable
                  disabled={locked}
                />
              </>
            ) : null}
          </>
        )}
      </SectionForm>
      {props.settings.canChange ? <Deliveries /> : null}
    </>
  );
}
