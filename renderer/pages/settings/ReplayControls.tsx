import { Button, Slider } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { ReplayPosition } from '../../../shared/plugin/plugin.ts';
import { useClient } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './settings.module.css';

type Command = Parameters<ApiClient['rooms']['control']>[0]['command'];

const SPEEDS = [0.5, 1, 2, 5, 10, 50] as const;

/** Play, pause, speed and position of a recording that is connected as a room. */
export function ReplayControls(props: { readonly roomId: string; readonly position: ReplayPosition }) {
  const { t } = useTranslation('settings');
  const client = useClient();
  const act = useAct();
  const [answered, setAnswered] = useState<ReplayPosition | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const position = act.busy ? (answered ?? props.position) : props.position;
  const send = async (command: Command) => {
    const answer = await act.run(() => client.rooms.control({ roomId: props.roomId, command }));
    if (answer.ok) setAnswered(answer.value);
    setDragged(null);
  };
  const at = dragged ?? position.atMs;
  return (
    <div className={classes.replay}>
      <b>{t('replay.title')}</b>
      <div className={classes.save}>
        <Button
          variant="default"
          onClick={() => void send({ kind: position.playing ? 'pause' : 'play' })}
          loading={act.busy}
        >
          {position.playing ? `❚❚ ${t('replay.pause')}` : `▶ ${t('replay.play')}`}
        </Button>
        <Chips
          label={t('replay.speed')}
          value={String(position.speed)}
          change={(speed) => void send({ kind: 'speed', speed: Number(speed) })}
          choices={SPEEDS.map((speed) => ({ value: String(speed), name: `${speed}×` }))}
        />
        <span className={classes.dim}>
          {ageText(at)} / {ageText(position.lengthMs)}
        </span>
      </div>
      <Slider
        aria-label={t('replay.seek')}
        min={0}
        max={Math.max(1, position.lengthMs)}
        value={at}
        label={(value) => ageText(value)}
        onChange={setDragged}
        onChangeEnd={(value) => void send({ kind: 'seek', atMs: value })}
        size="sm"
      />
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </div>
  );
}
