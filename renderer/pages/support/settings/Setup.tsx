import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { AgentsPart } from './AgentsPart.tsx';
import { AutoPart } from './AutoPart.tsx';
import { BlocksPart } from './BlocksPart.tsx';
import { BotPart } from './BotPart.tsx';
import { CannedPart } from './CannedPart.tsx';
import { ConnectorsPart } from './ConnectorsPart.tsx';
import { EscalationPart } from './EscalationPart.tsx';
import { GroupsPart } from './GroupsPart.tsx';
import { HoursPart } from './HoursPart.tsx';
import { KeywordsPart } from './KeywordsPart.tsx';
import { PanelsPart } from './PanelsPart.tsx';
import { PresetsPart } from './PresetsPart.tsx';
import { PrivacyPart } from './PrivacyPart.tsx';
import { RoutingPart } from './RoutingPart.tsx';
import classes from './setup.module.css';
import { TicketsPart } from './TicketsPart.tsx';
import { TranslationPart } from './TranslationPart.tsx';
import { useSetup } from './use-setup.ts';

const PARTS = {
  presets: PresetsPart,
  routing: RoutingPart,
  agents: AgentsPart,
  groups: GroupsPart,
  tickets: TicketsPart,
  panels: PanelsPart,
  connectors: ConnectorsPart,
  hours: HoursPart,
  auto: AutoPart,
  keywords: KeywordsPart,
  canned: CannedPart,
  bot: BotPart,
  translation: TranslationPart,
  escalation: EscalationPart,
  privacy: PrivacyPart,
  blocks: BlocksPart,
} as const;
type Name = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Name[];

/** How the desk is set, part by part. */
export function Setup() {
  const { t } = useTranslation('support');
  const setup = useSetup();
  const [part, setPart] = useState<Name>('presets');
  const Part = PARTS[part];
  return (
    <div className={classes.setup}>
      <nav className={classes.nav} aria-label={t('tabs.setup')}>
        {NAMES.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === part ? 'page' : undefined}
            onClick={() => setPart(name)}
            data-testid={`setup-${name}`}
          >
            {t(`setup.nav.${name}`)}
          </button>
        ))}
      </nav>
      <div className={classes.content}>
        <h1>{t(`setup.nav.${part}`)}</h1>
        {setup.loadFault === undefined ? null : <FaultNotice fault={setup.loadFault} retry={setup.reload} />}
        {setup.value === undefined ? (
          setup.loadFault === undefined ? (
            <Loading />
          ) : null
        ) : (
          <Part key={part} setup={setup} value={setup.value} />
        )}
      </div>
    </div>
  );
}
