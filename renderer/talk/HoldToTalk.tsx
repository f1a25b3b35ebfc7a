import { useEffect, useRef, useState } from 'react';
import { MicIcon } from './icons.tsx';
import { type Clip, LONGEST_MS, type Recording, record } from './recorder.ts';
import classes from './talk.module.css';
import { clipTime } from './waveform.ts';

export interface TalkWords {
  readonly hold: string;
  readonly release: string;
  readonly refused: string;
  readonly tooShort: string;
}

/** Records while it is held, by pointer or by Space; sliding off the button gives it up. */
export function HoldToTalk(props: {
  readonly words: TalkWords;
  readonly className?: string | undefined;
  readonly disabled?: boolean;
  readonly recorded: (clip: Clip) => void;
  readonly say: (text: string) => void;
  readonly testId: string;
}) {
  const recording = useRef<Recording | null>(null);
  const wanted = useRef(false);
  const [forMs, setForMs] = useState<number | null>(null);

  const start = () => {
    if (wanted.current || props.disabled === true) return;
    wanted.current = true;
    setForMs(0);
    record().then(
      (made) => {
        recording.current = made;
        if (!wanted.current) stop(false);
      },
      () => {
        wanted.current = false;
        setForMs(null);
        props.say(props.words.refused);
      },
    );
  };
  const stop = (keep: boolean) => {
    wanted.current = false;
    setForMs(null);
    const made = recording.current;
    recording.current = null;
    if (made === null) return;
    if (!keep) return made.cancel();
    void made.finish().then((clip) => {
      if (clip === null) props.say(props.words.tooShort);
      else props.recorded(clip);
    });
  };
  const latest = useRef(stop);
  latest.current = stop;

  const isOn = forMs !== null;
  useEffect(() => {
    if (!isOn) return;
    const startedAt = performance.now();
    const timer = setInterval(() => {
      const passed = performance.now() - startedAt;
      setForMs(passed);
      if (passed >= LONGEST_MS) latest.current(true);
    }, 100);
    return () => clearInterval(timer);
  }, [isOn]);
  useEffect(() => () => recording.current?.cancel(), []);

  return (
    <>
      <button
        type="button"
        className={props.className}
        aria-label={props.words.hold}
        title={props.words.hold}
        aria-pressed={isOn}
        disabled={props.disabled}
        data-testid={props.testId}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start();
        }}
        onPointerUp={(event) => stop(isInside(event))}
        onPointerCancel={() => stop(false)}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') stop(false);
          if (event.key !== ' ' && event.key !== 'Enter') return;
          event.preventDefault();
          if (!event.repeat) start();
        }}
        onKeyUp={(event) => {
          if (event.key === ' ' || event.key === 'Enter') stop(true);
        }}
      >
        <MicIcon />
      </button>
      {forMs === null ? null : (
        <div className={classes.recording} role="status">
          <i aria-hidden="true" />
          {clipTime(forMs)} · {props.words.release}
        </div>
      )}
    </>
  );
}

function isInside(event: React.PointerEvent<HTMLElement>): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  const slack = 24;
  return (
    event.clientX >= box.left - slack &&
    event.clientX <= box.right + slack &&
    event.clientY >= box.top - slack &&
    event.clientY <= box.bottom + slack
  );
}
