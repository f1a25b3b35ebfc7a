import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HubSettings } from '../../../shared/api/settings.ts';
import { useClient } from '../../app/services.tsx';
import { useLoad } from '../parts/use-load.ts';
import { sizeText, totalBytes } from './bytes.ts';
import { NumberField } from './NumberField.tsx';
import { SectionForm } from './SectionForm.tsx';
import classes from './settings.module.css';
import type { SettingsAccess } from './use-settings.ts';

interface Props {
  readonly settings: SettingsAccess;
  readonly value: HubSettings;
}

const anyNaN = (draft: object) => Object.values(draft).some((value) => Number.isNaN(value));

/** How long a flag may wait before it turns red. */
export function SlaSection({ settings, value }: Props) {
  const { t } = useTranslation('settings');
  return (
    <SectionForm
      settings={settings}
      initial={value.sla}
      lead={t('sla.lead')}
      patchOf={(sla) => ({ sla })}
      bad={anyNaN}
    >
      {(draft, set, locked) =>
        (['high', 'mid', 'low'] as const).map((severity) => (
          <NumberField
            key={severity}
            label={t(`sla.${severity}`)}
            value={draft[severity]}
            change={(seconds) => set({ [severity]: seconds })}
            unit={t('sla.unit')}
            min={5}
            max={86_400}
            whole
            disabled={locked}
          />
        ))
      }
    </SectionForm>
  );
}

/** What emergency mode switches on. */
export function EmergencySection({ settings, value }: Props) {
  const { t } = useTranslation('settings');
  return (
    <SectionForm
      settings={settings}
      initial={value.emergency}
      lead={t('emergency.lead')}
      patchOf={(emergency) => ({ emergency })}
      bad={anyNaN}
    >
      {(draft, set, locked) => (
        <>
          <NumberField
            label={t('emergency.slow')}
            help={t('emergency.slowHelp')}
            value={draft.slowSec}
            change={(slowSec) => set({ slowSec })}
            unit={t('emergency.unit')}
            min={0}
            max={3_600}
            whole
            disabled={locked}
          />
          <Switch
            label={t('emergency.mute')}
            checked={draft.roomMute}
            disabled={locked}
            onChange={(event) => set({ roomMute: event.currentTarget.checked })}
          />
        </>
      )}
    </SectionForm>
  );
}

/** When the streamer sees a dispute, and who counts as a top supporter. */
export function StreamerSection({ settings, value }: Props) {
  const { t } = useTranslation('settings');
  return (
    <SectionForm
      settings={settings}
      initial={{ delay: value.streamerDelaySec, yuan: value.topSupporterFen / 100 }}
      patchOf={({ delay, yuan }) => ({ streamerDelaySec: delay, topSupporterFen: Math.round(yuan * 100) })}
      bad={anyNaN}
    >
      {(draft, set, locked) => (
        <>
          <NumberField
            label={t('streamer.delay')}
            help={t('streamer.delayHelp')}
            value={draft.delay}
            change={(delay) => set({ delay })}
            unit={t('streamer.unit')}
            min={0}
            max={600}
            whole
            disabled={locked}
          />
          <NumberField
            label={t('streamer.top')}
            help={t('streamer.topHelp')}
            value={draft.yuan}
            change={(yuan) => set({ yuan })}
            unit={t('streamer.yuan')}
            min={0}
            disabled={locked}
          />
        </>
      )}
    </SectionForm>
  );
}

/** How long raw messages are kept, and what they take now. */
export function RetentionSection({ settings, value }: Props) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const status = useLoad('status', (signal) => client.status.gauges(undefined, { signal }));
  const files = status.value?.store.files;
  return (
    <>
      <SectionForm
        settings={settings}
        initial={value.retention}
        lead={t('retention.lead')}
        patchOf={(retention) => ({ retention })}
        bad={anyNaN}
      >
        {(draft, set, locked) => (
          <>
            <NumberField
              label={t('retention.days')}
              value={draft.maxAgeDays}
              change={(maxAgeDays) => set({ maxAgeDays })}
              unit={t('retention.dayUnit')}
              min={1}
              max={3_650}
              whole
              disabled={locked}
            />
            <NumberField
              label={t('retention.gigabytes')}
              value={draft.maxGigabytes}
              change={(maxGigabytes) => set({ maxGigabytes })}
              unit={t('retention.gbUnit')}
              min={0.1}
              max={10_000}
              disabled={locked}
            />
          </>
        )}
      </SectionForm>
      {files === undefined ? null : (
        <p className={classes.dim}>
          {t('retention.now', { size: sizeText(totalBytes(files)), n: files.length })}
        </p>
      )}
    </>
  );
}
