import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ageText, clockText } from '../../logic/time.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { nextSpeed, SPEEDS, type Speed } from './player.ts';
import classes from './review.module.css';
import type { PlayerControls } from './use-player.ts';
import type { Story } from './use-story.ts';

const STEP_MS = 10_000;

/** Play, pause, jump and speed. */
export function PlayControls(props: {
  readonly range: { readonly from: number; readonly to: number };
  readonly story: Story;
  readonly player: PlayerControls;
}) {
  const { t } = useTranslation('review');
  const { player, range } = props;
  const moments = (props.story.whole?.flags ?? []).map((flag) => flag.firstAt).sort((a, b) => a - b);
  const next = moments.find((at) => at > player.at + 500);
  const previous = moments.findLast((at) => at < player.at - 2_500);
  const go = (at: number | undefined) => at !== undefined && player.seek(at);
  useKeys({
    ' ': player.toggle,
    ArrowLeft: () => player.seek(player.at - STEP_MS),
    ArrowRight: () => player.seek(player.at + STEP_MS),
    n: () => go(next),
    p: () => go(previous),
    '+': () => player.setSpeed(nextSpeed(player.speed, 1)),
    '-': () => player.setSpeed(nextSpeed(player.speed, -1)),
    '/': () => document.querySelector<HTMLElement>('[data-testid="review-search"]')?.focus(),
  });
  return (
    <div className={classes.controls}>
      <Button
        onClick={player.toggle}
        data-testid="review-play"
        data-playing={player.playing}
        rightSection={<Kbd k={t('play.space')} />}
      >
        {player.playing ? `❚❚ ${t('play.pause')}` : `▶ ${t('play.play')}`}
      </Button>
      <Button variant="default" onClick={() => player.seek(player.at - STEP_MS)} title="←">
        −10s
      </Button>
      <Button variant="default" onClick={() => player.seek(player.at + STEP_MS)} title="→">
        +10s
      </Button>
      <time className={classes.clock} data-testid="review-time" data-at={Math.round(player.at)}>
        {clockText(player.at)}
      </time>
      <span className={classes.dim}>
        {t('play.of', { at: ageText(player.at - range.from), length: ageText(range.to - range.from) })}
      </span>
      <Chips
        label={t('play.speed')}
        value={String(player.speed)}
        change={(value) => player.setSpeed(Number(value) as Speed)}
        choices={SPEEDS.map((speed) => ({ value: String(speed), name: `${speed}×` }))}
        testId="review-speed"
      />
      <span className={classes.grow} />
      <Button
        variant="default"
        disabled={previous === undefined}
        onClick={() => go(previous)}
        rightSection={<Kbd k="p" />}
      >
        {t('play.prevFlag')}
      </Button>
      <Button
        variant="default"
        disabled={next === undefined}
        onClick={() => go(next)}
        rightSection={<Kbd k="n" />}
      >
        {t('play.nextFlag')}
      </Button>
    </div>
  );
}
