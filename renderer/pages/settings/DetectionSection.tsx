import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HubSettings } from '../../../shared/api/settings.ts';
import { formatRoute } from '../../app/routes.ts';
import { listText, type ParsedList, parseHosts, parseTerms } from './lists.ts';
import { NumberField } from './NumberField.tsx';
import { SectionForm } from './SectionForm.tsx';
import classes from './settings.module.css';
import type { SettingsAccess } from './use-settings.ts';

/** How sharply the console looks, which words it never lets pass, which addresses are fine. */
export function DetectionSection(props: { readonly settings: SettingsAccess; readonly value: HubSettings }) {
  const { t } = useTranslation('settings');
  const { budgetPerThousand, blockedTerms, allowedHosts } = props.value.detection;
  return (
    <SectionForm
      settings={props.settings}
      initial={{ budget: budgetPerThousand, terms: listText(blockedTerms), hosts: listText(allowedHosts) }}
      lead={t('detection.lead')}
      bad={(draft) => Number.isNaN(draft.budget)}
      patchOf={(draft) => ({
        detection: {
          budgetPerThousand: draft.budget,
          blockedTerms: [...parseTerms(draft.terms).values],
          allowedHosts: [...parseHosts(draft.hosts).values],
        },
      })}
    >
      {(draft, set, locked) => (
        <>
          <NumberField
            label={t('detection.budget')}
            help={t('detection.budgetHelp')}
            value={draft.budget}
            change={(budget) => set({ budget })}
            min={0.1}
            max={100}
            disabled={locked}
            testId="detection-budget"
          />
          <p className={classes.dim}>
            <a className={classes.textButton} href={formatRoute({ kind: 'learning' })}>
              {t('detection.perRoom')}
            </a>
            {' · '}
            <a className={classes.textButton} href={formatRoute({ kind: 'rules' })}>
              {t('detection.ownRules')}
            </a>
          </p>
          <ListField
            label={t('detection.terms')}
            help={t('detection.termsHelp')}
            text={draft.terms}
            parsed={parseTerms(draft.terms)}
            refusedText={(n, list) => t('detection.refusedTerms', { n, list })}
            change={(terms) => set({ terms })}
            locked={locked}
            testId="detection-terms"
          />
          <ListField
            label={t('detection.hosts')}
            help={t('detection.hostsHelp')}
            text={draft.hosts}
            parsed={parseHosts(draft.hosts)}
            refusedText={(n, list) => t('detection.refusedHosts', { n, list })}
            change={(hosts) => set({ hosts })}
            locked={locked}
            testId="detection-hosts"
          />
        </>
      )}
    </SectionForm>
  );
}

function ListField(props: {
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly parsed: ParsedList;
  readonly refusedText: (n: number, list: string) => string;
  readonly change: (text: string) => void;
  readonly locked: boolean;
  readonly testId: string;
}) {
  const { t } = useTranslation('settings');
  const { values, refused } = props.parsed;
  return (
    <Textarea
      label={`${props.label} · ${t('detection.count', { n: values.length })}`}
      description={props.help}
      value={props.text}
      onChange={(event) => props.change(event.currentTarget.value)}
      error={
        refused.length === 0
          ? undefined
          : props.refusedText(
              refused.length,
              refused
                .slice(0, 3)
                .map((one) => one.slice(0, 30))
                .join(' · '),
            )
      }
      autosize
      minRows={4}
      maxRows={12}
      disabled={props.locked}
      spellCheck={false}
      data-testid={props.testId}
    />
  );
}
