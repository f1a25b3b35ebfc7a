import { useTranslation } from 'react-i18next';
import { exhaustive } from '../../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../../shared/support/config.ts';
import type { ViewerCard } from '../../../../shared/support/views.ts';
import { ShopPanel } from '../../parts/shop/ShopPanel.tsx';
import classes from '../support.module.css';
import beside from '../viewer.module.css';
import { type PaneSection, sectionsOf, showsMoney } from './order.ts';
import { PrivacyPanel } from './PrivacyPanel.tsx';
import { GiftsPanel, PersonSums, RoomPanel, SanctionsPanel } from './RoomPanels.tsx';

/** The panels that the desk wants beside a conversation, in its order. */
export function ViewerPanels(props: {
  readonly card: ViewerCard;
  readonly config: Pick<SupportConfig, 'panels' | 'privacy' | 'retentionDays'>;
  readonly conversationId: string;
}) {
  const { t } = useTranslation('support');
  const { card, config, conversationId } = props;
  const { person } = card;
  const section = (one: PaneSection) => {
    switch (one.kind) {
      case 'shop':
        return <ShopPanel beside={{ conversationId }} tabs={one.tabs} />;
      case 'privacy':
        return <PrivacyPanel config={config} />;
      case 'room':
        return person === undefined ? null : <RoomPanel person={person} />;
      case 'gifts':
        return person === undefined ? null : <GiftsPanel person={person} />;
      case 'sanctions':
        return person === undefined ? null : <SanctionsPanel person={person} />;
      default:
        return exhaustive(one);
    }
  };
  return (
    <>
      {person === undefined ? (
        <p className={classes.faint}>{t('viewer.unknown')}</p>
      ) : (
        <PersonSums person={person} money={showsMoney(config.panels)} />
      )}
      {sectionsOf(config.panels).map((one) => (
        <div key={one.kind} className={beside.panel} data-testid="viewer-panel" data-panel={one.kind}>
          {section(one)}
        </div>
      ))}
    </>
  );
}
