import { useEffect, useRef, useState } from 'react';
import classes from './talk.module.css';
import { clipTime } from './waveform.ts';

/** A voice clip: play, its loudness as bars that fill, and its length. One clip plays at a time. */
export function VoiceClip(props: {
  readonly src: string | undefined;
  readonly waveform: readonly number[];
  readonly durationMs?: number | undefined;
  readonly playLabel: string;
  readonly pauseLabel: string;
}) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const [failed, setFailed] = useState(false);
  const total = props.durationMs ?? 0;
  const share = total === 0 ? 0 : Math.min(1, atMs / total);
  const bars = props.waveform.length === 0 ? FLAT : props.waveform;

  useEffect(() => {
    const other = (event: Event) => {
      if (event instanceof CustomEvent && event.detail !== audio.current) audio.current?.pause();
    };
    document.addEventListener('changkong-voice', other);
    return () => document.removeEventListener('changkong-voice', other);
  }, []);

  const toggle = () => {
    const clip = audio.current;
    if (clip === null) return;
    if (!clip.paused) return clip.pause();
    document.dispatchEvent(new CustomEvent('changkong-voice', { detail: clip }));
    clip.play().catch(() => setFailed(true));
  };

  return (
    <div className={classes.voice} data-testid="voice-clip" data-playing={playing} data-failed={failed}>
      <button
        type="button"
        onClick={toggle}
        disabled={props.src === undefined || failed}
        aria-label={`${playing ? props.pauseLabel : props.playLabel} ${clipTime(total)}`}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" fill="currentColor" aria-hidden="true">
          {playing ? <path d="M3 2h3v10H3zM8 2h3v10H8z" /> : <path d="M3 1.5v11l9-5.5z" />}
        </svg>
      </button>
      <span className={classes.bars} aria-hidden="true">
        {bars.map((bar, index) => (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other identity
            key={index}
            style={{ height: `${Math.max(10, bar)}%` }}
            data-played={index < share * bars.length}
          />
        ))}
      </span>
      <time>{clipTime(playing || atMs > 0 ? total - atMs : total)}</time>
      {props.src === undefined ? null : (
        // biome-ignore lint/a11y/useMediaCaption: a viewer's own voice has no captions
        <audio
          ref={audio}
          src={props.src}
          preload="none"
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setAtMs(0)}
          onTimeUpdate={(event) => setAtMs(event.currentTarget.currentTime * 1_000)}
          onError={() => setFailed(true)}
        />
      )}
    </div>
  );
}

const FLAT = Array.from({ length: 24 }, () => 12);
