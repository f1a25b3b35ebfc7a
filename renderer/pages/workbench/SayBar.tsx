import { Menu } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { modeOf, type Plan } from '../../logic/plan.ts';
import { durationName } from '../../ui/duration.ts';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { Action } from './Action.tsx';
import { Chip } from './Chip.tsx';
import { useWorkbench } from './context.tsx';
import classes from './live.module.css';

const SLOW_SECONDS = [0, 10, 30, 60, 120];

/** The room's own switches, a line to speak, and the emergency key. */
export const SayBar = memo(function SayBar() {
  const { t } = useTranslation('workbench');
  const { commands, room } = useWorkbench();
  const emergency = room.modes.emergency !== undefined;
  const able = ['slow_mode', 'room_mute'] as const;
  const protectable = able.some((kind) => modeOf(room.capabilities, kind) === 'api');
  const canSay = modeOf(room.capabilities, 'say') === 'api';
  return (
    <footer className={classes.say}>
      <SlowMode />
      <RoomMute />
      <Say able={canSay} />
      <Action
        label={t(emergency ? 'emergency.end' : 'emergency.start')}
        k="⇧E"
        danger
        disabled={!emergency && !protectable}
        why={t(emergency ? 'emergency.endHint' : protectable ? 'emergency.startHint' : 'deed.unsupported')}
        run={() => void commands.emergency(room.room.id, !emergency)}
        data-testid="emergency"
      />
    </footer>
  );
});

function Say(props: { readonly able: boolean }) {
  const { t } = useTranslation('workbench');
  const { commands, room } = useWorkbench();
  const [text, setText] = useState('');
  const say = () => {
    if (text.trim() === '') return;
    void commands.act(roomPlan(room.room.id, 'say', { text: text.trim() }));
    setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <input
        id="say"
        className={classes.sayInput}
        value={text}
        maxLength={500}
        disabled={!props.able}
        placeholder={t(props.able ? 'say.placeholder' : 'say.unsupported')}
        aria-label={t('say.label')}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="say"
      />
    </form>
  );
}

function SlowMode() {
  const { t } = useTranslation('workbench');
  const { commands, room } = useWorkbench();
  const now = room.modes.slowSec ?? 0;
  if (modeOf(room.capabilities, 'slow_mode') === 'none') return null;
  return (
    <Menu position="top-start">
      <Menu.Target>
        <span>
          <Chip on={now > 0} toggle={() => undefined} data-testid="slow-mode">
            {t('mode.slow')} {now > 0 ? durationName(t, now) : t('mode.off')}
          </Chip>
        </span>
      </Menu.Target>
      <Menu.Dropdown>
        {SLOW_SECONDS.map((seconds) => (
          <Menu.Item
            key={seconds}
            disabled={seconds === now}
            onClick={() => void commands.act(roomPlan(room.room.id, 'slow_mode', { value: seconds }))}
          >
            {seconds === 0 ? t('mode.off') : durationName(t, seconds)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function RoomMute() {
  const { t } = useTranslation('workbench');
  const { commands, room } = useWorkbench();
  const [open, setOpen] = useState(false);
  const on = room.modes.roomMute === true;
  if (modeOf(room.capabilities, 'room_mute') === 'none') return null;
  const turn = () => {
    setOpen(false);
    void commands.act(roomPlan(room.room.id, 'room_mute', { value: on ? 0 : 1 }));
  };
  return (
    <Menu position="top-start" opened={open} onChange={setOpen}>
      <Menu.Target>
        <span>
          <Chip on={on} toggle={() => undefined} data-testid="room-mute">
            {t('mode.roomMute')} {t(on ? 'mode.on' : 'mode.off')}
          </Chip>
        </span>
      </Menu.Target>
      <Menu.Dropdown p={8}>
        <HoldButton onConfirm={turn} holdMs={700}>
          {t(on ? 'mode.roomMuteOff' : 'mode.roomMuteOn')}
        </HoldButton>
      </Menu.Dropdown>
    </Menu>
  );
}

function roomPlan(roomId: string, kind: Plan['kind'], more: Partial<Plan>): Plan {
  return { roomId, kind, people: [], messageIds: [], bystanders: [], ...more };
}
