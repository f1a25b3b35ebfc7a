import { useTranslation } from 'react-i18next';
import { DISMISS_CHOICES } from '../../logic/keys.ts';
import { modeOf } from '../../logic/plan.ts';
import { Action } from './Action.tsx';
import { useModel, useWorkbench } from './context.tsx';
import { Durations } from './Durations.tsx';
import classes from './person.module.css';
import { planFor } from './target-plan.ts';
import { useOffered, useTarget } from './use-target.ts';
import { useWarning } from './use-warning.ts';

type Deed = 'warn' | 'delete' | 'ban' | 'unmute';

/** Everything one can do about the choice, with its key; who appeals can be let speak again. */
export function Deeds() {
  const { t } = useTranslation('workbench');
  const { commands, model } = useWorkbench();
  const target = useTarget();
  const offered = useOffered(target);
  const warning = useWarning();
  const mode = useModel((state) => state.mode);
  const subject = useModel((state) => state.subject);
  if (target === undefined) return null;
  const raid = target.people.length > 1;
  const flagged = target.flagId !== undefined;
  const about = target.category;
  const act = (kind: Deed) => () => {
    const plan = planFor(target, kind, kind === 'warn' ? { text: warning(about) } : {});
    if (plan !== undefined) void commands.act(plan);
  };
  const cannot = (kind: Deed) => modeOf(offered, kind) === 'none' || planFor(target, kind) === undefined;
  const why = (kind: Deed) => (modeOf(offered, kind) === 'none' ? t('deed.unsupported') : undefined);
  const ticketFirst = about === 'dispute' || about === 'appeal';
  return (
    <div className={classes.deeds} data-kind={subject?.kind}>
      <div className={classes.row}>
        <Action
          label={t('deed.ticket')}
          k="T"
          primary={ticketFirst}
          run={() => void commands.ticket(target)}
          data-testid="do-ticket"
        />
        {about === 'appeal' ? (
          <Action
            label={t('common:action.unmute')}
            disabled={cannot('unmute')}
            why={why('unmute')}
            run={act('unmute')}
            data-testid="do-unmute"
          />
        ) : null}
        <Action
          label={t('deed.escalate')}
          k="E"
          run={() => void commands.escalate(target)}
          data-testid="do-escalate"
        />
        <Action label={t('deed.warn')} k="W" disabled={cannot('warn')} why={why('warn')} run={act('warn')} />
        <Action
          label={raid ? t('deed.deleteMany', { n: target.messageIds.length }) : t('deed.delete')}
          k="D"
          disabled={cannot('delete')}
          why={why('delete')}
          run={act('delete')}
        />
        <Action label={t('deed.ban')} k="B" disabled={cannot('ban')} why={why('ban')} run={act('ban')} />
        <Action
          label={t('deed.dismiss')}
          k="X"
          disabled={!flagged}
          run={() => model.setState({ mode: mode === 'dismiss' ? 'normal' : 'dismiss' })}
          data-testid="do-dismiss"
        />
      </div>
      {mode === 'dismiss' && flagged ? <DismissMenu flagId={target.flagId ?? ''} raid={raid} /> : null}
      <Durations target={target} primary={!ticketFirst} />
    </div>
  );
}

function DismissMenu(props: { readonly flagId: string; readonly raid: boolean }) {
  const { t } = useTranslation('workbench');
  const { commands, model } = useWorkbench();
  return (
    <div className={classes.menu} role="menu" data-testid="dismiss-menu">
      {DISMISS_CHOICES.map((choice, index) => {
        const key = choice.kind === 'allow' ? `allow_${choice.what}` : choice.reason;
        return (
          <Action
            key={key}
            label={t(`dismiss.${key}`)}
            k={String(index + 1)}
            disabled={props.raid && key === 'allow_person'}
            run={() => {
              model.setState({ mode: 'normal' });
              if (choice.kind === 'allow') void commands.allow(props.flagId, choice.what);
              else void commands.dismiss(props.flagId, choice.reason);
            }}
            data-testid={`dismiss-${key}`}
          />
        );
      })}
    </div>
  );
}
