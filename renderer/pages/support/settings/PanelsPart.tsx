import { useTranslation } from 'react-i18next';
import { PANELS, type Panel } from '../../../../shared/support/config.ts';
import { PanelPreview } from './panels/PanelPreview.tsx';
import { PanelRow } from './panels/PanelRow.tsx';
import { movedPanel, toggledPanel } from './panels/panel-order.ts';
import classes from './panels/panels.module.css';
import type { PartProps } from './part.ts';
import { SetupForm } from './SetupForm.tsx';
import setupClasses from './setup.module.css';

/** Which panels stand beside a conversation, and in which order. */
export function PanelsPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  return (
    <SetupForm
      setup={setup}
      initial={{ panels: value.panels }}
      patchOf={({ panels }) => ({ panels: [...panels] })}
    >
      {({ panels }, set, locked) => {
        const row = (panel: Panel, place: number | null) => (
          <PanelRow
            key={panel}
            panel={panel}
            place={place}
            count={panels.length}
            locked={locked}
            toggle={() => set({ panels: toggledPanel(panels, panel) })}
            move={(by) => set({ panels: movedPanel(panels, panel, by) })}
          />
        );
        return (
          <>
            <p className={setupClasses.dim}>{t('setup.panels.lead')}</p>
            <div className={classes.halves}>
              <ol className={classes.rows} aria-label={t('setup.nav.panels')}>
                {panels.map((panel, place) => row(panel, place))}
                {PANELS.filter((panel) => !panels.includes(panel)).map((panel) => row(panel, null))}
              </ol>
              <PanelPreview panels={panels} />
            </div>
          </>
        );
      }}
    </SetupForm>
  );
}
