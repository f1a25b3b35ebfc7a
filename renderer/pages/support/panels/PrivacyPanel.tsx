import { useTranslation } from 'react-i18next';
import type { SupportConfig } from '../../../../shared/support/config.ts';
import { Section } from '../../parts/Panel.tsx';
import beside from '../viewer.module.css';

/** How this talk is kept: veiled or not, how long, and whether it may be taken out. */
export function PrivacyPanel(props: { readonly config: Pick<SupportConfig, 'privacy' | 'retentionDays'> }) {
  const { t } = useTranslation('support');
  const { privacy, retentionDays } = props.config;
  return (
    <Section title={t('viewer.privacy')}>
      <ul className={beside.privacy} data-testid="viewer-privacy">
        <li>{privacy.masked ? t('viewer.veiled', { n: privacy.revealMinutes }) : t('viewer.unveiled')}</li>
        <li>{t('viewer.kept', { n: retentionDays })}</li>
        <li>{t(privacy.exportRestricted ? 'viewer.noExport' : 'viewer.export')}</li>
      </ul>
    </Section>
  );
}
