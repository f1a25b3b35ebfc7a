import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useMember, useServices } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './support.module.css';
import type { Part } from './use-talk.ts';

/** Who else is here; and for a supervisor: watch, join, take over, leave. */
export function WatchBar(props: {
  readonly conversation: Conversation;
  readonly part: Part;
  readonly lookers: readonly { readonly id: string; readonly name: string }[];
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const member = useMember();
  const act = useAct();
  const { conversation, part } = props;
  const others = props.lookers.filter((one) => one.id !== member?.id);
  const guests = conversation.guests.filter((guest) => guest.who.id !== member?.id);
  const isBoss = member?.roles.includes('supervisor') ?? false;
  const mayStep = isBoss && part !== 'owner' && part !== 'offered' && conversation.state !== 'closed';
  const run = async (call: () => Promise<Conversation>) => {
    const answer = await act.run(call);
    if (answer.ok) support.learn(answer.value);
  };
  const input = { conversationId: conversation.id };
  if (others.length === 0 && guests.length === 0 && !mayStep) return null;
  return (
    <div className={classes.watch} data-testid="support-watch-bar">
      <span>
        {others.length === 0 ? null : (
          <b data-testid="support-collision">
            ⚠ {t('watch.others', { names: others.map((one) => one.name).join('、') })}
          </b>
        )}
        {guests.map((guest) => (
          <span key={guest.who.id}>
            {' '}
            {t(guest.mode === 'join' ? 'watch.joinedBy' : 'watch.watchedBy', { name: guest.who.name })}
          </span>
        ))}
        {part === 'watching' ? <span> {t('watch.iWatch')}</span> : null}
        {part === 'joined' ? <span> {t('watch.iJoined')}</span> : null}
      </span>
      <span className={classes.push} />
      {mayStep ? (
        <>
          {part === 'outside' ? (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void run(() => client.support.watch(input))}
              data-testid="support-watch"
            >
              {t('watch.watch')}
            </Button>
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void run(() => client.support.leaveTalk(input))}
              data-testid="support-leave"
            >
              {t('watch.leave')}
            </Button>
          )}
          {part === 'joined' ? null : (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void run(() => client.support.join(input))}
              data-testid="support-join"
            >
              {t('watch.join')}
            </Button>
          )}
          <Button
            size="compact-xs"
            onClick={() => void run(() => client.support.takeOver(input))}
            data-testid="support-take-over"
          >
            {t('watch.takeOver')}
          </Button>
        </>
      ) : null}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </div>
  );
}
