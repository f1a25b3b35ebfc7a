import { useTranslation } from 'react-i18next';
import { Age } from '../../ui/Age.tsx';
import { Action } from './Action.tsx';
import { useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import classes from './strip.module.css';

/** Says that emergency mode is on, since when and by whom, and puts everything back. */
export function EmergencyBanner() {
  const { t } = useTranslation('workbench');
  const { commands, room } = useWorkbench();
  const { emergency } = room.modes;
  if (emergency === undefined) return null;
  return (
    <div className={`${classes.banner} ${panes.banner}`} role="alert" data-testid="emergency-banner">
      <b>◆ {t('emergency.on')}</b>
      <span>
        {emergency.by} · <Age since={emergency.since} />
      </span>
      <span className={panes.push} />
      <Action
        label={t('emergency.end')}
        k="⇧E"
        run={() => void commands.emergency(room.room.id, false)}
        data-testid="emergency-end"
      />
    </div>
  );
}
