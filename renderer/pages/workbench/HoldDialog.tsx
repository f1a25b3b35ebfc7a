import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../shared/domain/money.ts';
import { MANY_PEOPLE } from '../../logic/plan.ts';
import { durationName } from '../../ui/duration.ts';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { useModel, useWorkbench } from './context.tsx';
import { cardKey } from './model.ts';
import panes from './panes.module.css';
import classes from './strip.module.css';

const NAMES_SHOWN = 500;

/** Shows who would be hit, and does it only after being held. */
export function HoldDialog() {
  const { t } = useTranslation('workbench');
  const { commands, model } = useWorkbench();
  const pending = useModel((state) => state.pending);
  const close = () => model.setState({ pending: null });
  if (pending === null) return null;
  const { plan, harsh } = pending;
  const hits = plan.kind === 'delete' ? plan.messageIds.length : plan.people.length;
  const what = [
    t(`common:action.${plan.kind}`),
    plan.durationSec === undefined ? '' : durationName(t, plan.durationSec),
  ].join(' ');
  return (
    <Modal opened onClose={close} withCloseButton={false} size="md" data-testid="hold-dialog">
      <div className={classes.dialog}>
        <h2>
          {what} · {t(plan.kind === 'delete' ? 'deed.messages' : 'deed.people', { n: hits, count: hits })}
        </h2>
        <ul className={classes.harsh}>
          {harsh.map((why) => (
            <li key={why}>▲ {t(`harsh.${why}`, { n: MANY_PEOPLE, hits })}</li>
          ))}
        </ul>
        <div className={classes.who} data-testid="who-is-hit">
          {plan.people.slice(0, NAMES_SHOWN).map((person) => (
            <span key={person.id}>
              <HostileText text={person.name} />
              {person.medal === undefined ? null : ` · ${person.medal.name} ${person.medal.level}`}
              <Spent roomId={plan.roomId} personId={person.id} />
            </span>
          ))}
        </div>
        {plan.bystanders.length === 0 ? null : (
          <span className={panes.dim}>
            {t('raid.spared', { n: plan.bystanders.length, count: plan.bystanders.length })}{' '}
            <HostileText text={plan.bystanders.map((person) => person.name).join('、')} />
          </span>
        )}
        <div className={classes.buttons}>
          <button type="button" className={panes.button} onClick={close}>
            {t('common:do.cancel')}
          </button>
          <HoldButton
            autoFocus
            data-autofocus
            onConfirm={() => void commands.confirm(plan)}
            data-testid="hold-button"
          >
            {t('harsh.hold', { what })}
          </HoldButton>
        </div>
        <span className={panes.faint}>{t('harsh.hint')}</span>
      </div>
    </Modal>
  );
}

/** What somebody is known to have spent, so that one sees whom one would lose. */
function Spent(props: { readonly roomId: string; readonly personId: string }) {
  const card = useModel((state) => state.cards.get(cardKey(props.roomId, props.personId)));
  const texts = (card?.totals ?? []).map(formatMoney).filter((text) => text !== '');
  return texts.length === 0 ? null : <b> {texts.join(' · ')}</b>;
}
