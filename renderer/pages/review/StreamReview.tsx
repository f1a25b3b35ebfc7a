import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stream } from '../../../shared/domain/room.ts';
import { useClient, useDesk } from '../../app/services.tsx';
import { clockText, dayText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Find } from './Find.tsx';
import { Playback } from './Playback.tsx';
import { PlayControls } from './PlayControls.tsx';
import { NO_FILTER, type ReviewFilter } from './query.ts';
import classes from './review.module.css';
import { Timeline } from './Timeline.tsx';
import { usePlayer } from './use-player.ts';
import { useReel } from './use-reel.ts';
import { useStory } from './use-story.ts';

/** One sitting: its timeline, its play-back, and finding things in it. */
export function StreamReview(props: {
  readonly stream: Stream;
  readonly at: number | undefined;
  readonly person: { readonly id: string; readonly name: string } | undefined;
  readonly text: string;
  readonly refresh: () => void;
}) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { stream } = props;
  const running = useDesk((desk) => desk.rooms.get(stream.roomId)?.streamId === stream.id);
  const [to, setTo] = useState(() => (running ? Date.now() : (stream.endedAt ?? Date.now())));
  const range = { roomId: stream.roomId, from: stream.startedAt, to: Math.max(to, stream.startedAt + 1_000) };
  const player = usePlayer(range.from, range.to, props.at);
  const story = useStory(client, range);
  const reel = useReel(client, range, player.at, player.speed);
  const [filter, setFilter] = useState<ReviewFilter>({
    ...NO_FILTER,
    text: props.text,
    personId: props.person?.id ?? '',
    personName: props.person?.name ?? '',
  });
  const toNow = () => {
    setTo(Date.now());
    props.refresh();
  };
  return (
    <div className={classes.review}>
      <header className={classes.head}>
        <h1>{stream.roomName}</h1>
        <span className={classes.dim}>
          {dayText(range.from)} {clockText(range.from)}–{clockText(range.to)}
        </span>
        {running ? (
          <>
            <span className={classes.running}>{t('running')}</span>
            <Button size="compact-xs" variant="default" onClick={toNow}>
              {t('refresh')}
            </Button>
          </>
        ) : null}
      </header>
      {story.fault === undefined ? null : <FaultNotice fault={story.fault} retry={story.reload} />}
      <Timeline range={range} story={story} at={player.at} seek={player.seek} />
      <PlayControls range={range} story={story} player={player} />
      <div className={classes.split}>
        <Playback
          reel={reel}
          story={story}
          at={player.at}
          onlyPerson={(id, name) => setFilter({ ...filter, personId: id, personName: name })}
        />
        <Find
          title={t('find.title')}
          ask={t('find.ask')}
          fileName={stream.roomName}
          range={range}
          filter={filter}
          setFilter={setFilter}
          at={player.at}
          jump={(row) => player.seek(row.at)}
        />
      </div>
    </div>
  );
}
