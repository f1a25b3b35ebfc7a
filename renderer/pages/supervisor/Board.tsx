import { Checkbox, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useDesk, useMember, useServices } from '../../app/services.tsx';
import { useAct } from '../parts/use-act.ts';
import { useKeys } from '../parts/use-keys.ts';
import { boardOf, moveSelection } from './board.ts';
import { Columns } from './Columns.tsx';
import { Detail } from './Detail.tsx';
import { LoadTable } from './LoadTable.tsx';
import { RoomsTable } from './RoomsTable.tsx';
import classes from './supervisor.module.css';

/** Escalations by state, one of them opened, and below them the rooms and the people at work. */
export function Board() {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const { desk } = useServices();
  const me = useMember();
  const rooms = useDesk((state) => state.rooms);
  const escalations = useDesk((state) => state.escalations);
  const [roomId, setRoomId] = useState<string | null>(null);
  const [mine, setMine] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const act = useAct();

  const columns = useMemo(
    () =>
      boardOf([...escalations.values()], { roomId: roomId ?? undefined, mineOf: mine ? me?.id : undefined }),
    [escalations, roomId, mine, me?.id],
  );
  const chosen = selected === null ? undefined : escalations.get(selected);

  const take = async (id: string) => {
    setSelected(id);
    const answer = await act.run(() => client.escalations.take({ escalationId: id }));
    if (answer.ok) desk.learn([{ kind: 'escalation', escalation: answer.value }]);
  };
  const move = (step: 1 | -1) => setSelected(moveSelection(columns, selected, step));
  const focus = (name: string) => document.querySelector<HTMLElement>(`[data-focus="${name}"]`)?.focus();
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => focus('detail'),
    Escape: () => setSelected(null),
    o: () => {
      if (chosen !== undefined && chosen.state !== 'resolved' && chosen.owner?.id !== me?.id)
        void take(chosen.id);
    },
    r: () => focus('resolution'),
  });

  return (
    <div className={classes.board}>
      <div className={classes.left}>
        <div className={classes.filters}>
          <Select
            aria-label={t('filter.room')}
            placeholder={t('filter.allRooms')}
            data={[...rooms.values()].map((view) => ({ value: view.room.id, label: view.room.name }))}
            value={roomId}
            onChange={setRoomId}
            clearable
            w={180}
          />
          <Checkbox
            size="xs"
            label={t('filter.mine')}
            checked={mine}
            onChange={(event) => setMine(event.currentTarget.checked)}
          />
          <span className={classes.keys}>{t('detail.keys')}</span>
        </div>
        <Columns
          columns={columns}
          selected={selected}
          select={setSelected}
          take={(id) => void take(id)}
          busy={act.busy}
        />
        <div className={classes.below}>
          <RoomsTable />
          <LoadTable />
        </div>
      </div>
      <Detail key={selected} escalation={chosen} take={act} onTake={(id) => void take(id)} />
    </div>
  );
}
