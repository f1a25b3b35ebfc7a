import { useTranslation } from 'react-i18next';
import type { Panel } from '../../../../../shared/support/config.ts';
import { sectionsOf, showsMoney } from '../../panels/order.ts';
import classes from './panels.module.css';

/** The pane beside a conversation in outline: what always stands there, and the panels between. */
export function PanelPreview(props: { readonly panels: readonly Panel[] }) {
  const { t } = useTranslation('support');
  const sums = [
    ...(showsMoney(props.panels) ? [t('viewer.stream'), t('viewer.total')] : []),
    t('viewer.sanctions'),
  ];
  return (
    <aside className={classes.preview} aria-label={t('setup.panels.preview')} data-testid="panel-preview">
      <b>{t('setup.panels.preview')}</b>
      <Outline title={t('viewer.title')} holds={sums.join(' · ')} isFixed />
      {sectionsOf(props.panels).map((section) =>
        section.kind === 'shop' ? (
          <Outline
            key="shop"
            title={t('shop.title')}
            holds={section.tabs.map((tab) => t(`shop.tabs.${tab}`)).join(' · ')}
          />
        ) : (
          <Outline
            key={section.kind}
            title={t(`setup.panel.${section.kind}`)}
            holds={t(`setup.panels.holds.${section.kind}`)}
          />
        ),
      )}
      {props.panels.length === 0 ? <p>{t('setup.panels.none')}</p> : null}
      <Outline title={t('viewer.earlier')} holds={t('viewer.tickets')} isFixed />
    </aside>
  );
}

function Outline(props: { readonly title: string; readonly holds: string; readonly isFixed?: boolean }) {
  return (
    <div className={classes.outline} data-fixed={props.isFixed === true}>
      <span>{props.title}</span>
      <small>{props.holds}</small>
    </div>
  );
}
