import { useTranslation } from 'react-i18next';
import { MUTE_SECONDS } from '../../logic/keys.ts';
import { canMuteFor } from '../../logic/plan.ts';
import type { Target } from '../../logic/subject.ts';
import { durationName } from '../../ui/duration.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useModel, useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import classes from './person.module.css';
import { planFor } from './target-plan.ts';
import { useOffered } from './use-target.ts';

/** How long to mute; `m`, then the number. */
export function Durations(props: { readonly target: Target; readonly primary: boolean }) {
  const { t } = useTranslation('workbench');
  const { commands } = useWorkbench();
  const offered = useOffered(props.target);
  const choosing = useModel((state) => state.mode === 'mute');
  const { people } = props.target;
  return (
    <div
      className={classes.durations}
      data-choosing={choosing}
      data-testid={choosing ? 'mute-durations' : undefined}
    >
      <span className={classes.title}>
        <span>
          {people.length > 1 ? t('deed.muteMany', { n: people.length }) : t('deed.mute')} <Kbd k="M" />
        </span>
        <span className={classes.by}>{choosing ? t('deed.pickDuration') : null}</span>
      </span>
      <div className={classes.six}>
        {MUTE_SECONDS.map((seconds, index) => {
          const plan = planFor(props.target, 'mute', { durationSec: seconds });
          return (
            <button
              key={seconds ?? 'forever'}
              type="button"
              className={panes.button}
              data-primary={props.primary && index === 1}
              disabled={plan === undefined || !canMuteFor(offered, seconds)}
              onClick={() => plan && void commands.act(plan)}
              data-testid={`mute-${index + 1}`}
            >
              {durationName(t, seconds)}
              <Kbd k={String(index + 1)} />
            </button>
          );
        })}
      </div>
    </div>
  );
}
