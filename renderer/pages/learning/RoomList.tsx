import { useTranslation } from 'react-i18next';
import type { LearningView } from '../../../shared/learning/views.ts';
import { Panel } from '../parts/Panel.tsx';
import { perThousand, rateText } from './figures.ts';
import classes from './learning.module.css';

/** The rooms, how far each knows its own language, and how many alerts each gives. */
export function RoomList(props: {
  readonly rooms: readonly LearningView[];
  readonly chosen: string;
  readonly open: (roomId: string) => void;
}) {
  const { t } = useTranslation('learning');
  return (
    <Panel title={t('rooms')} className={classes.rooms}>
      {props.rooms.map((room) => (
        <button
          key={room.roomId}
          type="button"
          className={classes.room}
          aria-current={room.roomId === props.chosen ? 'true' : undefined}
          onClick={() => props.open(room.roomId)}
          data-testid="learning-room"
          data-room-id={room.roomId}
        >
          <b>{room.roomName}</b>
          <Bar share={room.knowledge} label={t('knowledge')} />
          <small>
            {room.training === undefined ? t(`state.${room.state}`) : t(`stage.${room.training.stage}`)}
            <span>
              {t('perThousand', { n: rateText(perThousand(room.recent.alerts, room.recent.messages)) })}
            </span>
          </small>
        </button>
      ))}
    </Panel>
  );
}

/** A share, 0..1, as a bar. */
export function Bar(props: { readonly share: number; readonly label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, props.share)) * 100);
  return (
    <span
      className={classes.bar}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}
