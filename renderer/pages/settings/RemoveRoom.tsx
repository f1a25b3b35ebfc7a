import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useServices } from '../../app/services.tsx';
import { Ask } from '../parts/Ask.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './settings.module.css';

/** Takes a room away after asking; what was stored stays. */
export function RemoveRoom(props: {
  readonly roomId: string;
  readonly name: string;
  readonly removed: () => void;
}) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const { desk } = useServices();
  const [asked, setAsked] = useState(false);
  const act = useAct();
  const remove = async () => {
    const answer = await act.run(() => client.rooms.remove({ roomId: props.roomId }));
    if (!answer.ok) return;
    desk.learn([{ kind: 'room_removed', roomId: props.roomId }]);
    setAsked(false);
    props.removed();
  };
  return (
    <div className={classes.danger}>
      <Button variant="default" onClick={() => setAsked(true)} data-testid="room-remove">
        {t('rooms.remove')}
      </Button>
      <Ask
        opened={asked}
        text={t('rooms.removeAsk', { name: props.name })}
        yes={t('rooms.remove')}
        busy={act.busy}
        fault={act.fault}
        onYes={() => void remove()}
        onNo={() => setAsked(false)}
      />
    </div>
  );
}
