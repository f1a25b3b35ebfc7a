import { loudness, toBars } from './waveform.ts';

/** A clip as recorded in the page. */
export interface Clip {
  readonly blob: Blob;
  readonly durationMs: number;
  readonly waveform: readonly number[];
}

/** A recording that is being made. */
export interface Recording {
  /** Ends it; null where nothing worth sending was said. */
  readonly finish: () => Promise<Clip | null>;
  readonly cancel: () => void;
  /** Loudness now, 0..1. */
  readonly level: () => number;
}

/** Shorter ones are slips of the finger, ms. */
const SHORTEST_MS = 500;
/** A recording ends by itself here, ms. */
export const LONGEST_MS = 60_000;
const SAMPLE_EVERY_MS = 80;
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** Begins recording; throws what the browser says where the microphone is refused or missing. */
export async function record(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  analyser.fftSize = 512;
  audio.createMediaStreamSource(stream).connect(analyser);
  const bytes = new Uint8Array(analyser.fftSize);
  const level = () => {
    analyser.getByteTimeDomainData(bytes);
    return loudness(bytes);
  };
  const samples: number[] = [];
  const parts: Blob[] = [];
  const sampling = setInterval(() => samples.push(level()), SAMPLE_EVERY_MS);
  const startedAt = performance.now();
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  const stopped = new Promise<void>((resolve) =>
    recorder.addEventListener('stop', () => resolve(), { once: true }),
  );
  recorder.start(250);
  const release = () => {
    clearInterval(sampling);
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
    void audio.close();
  };
  return {
    level,
    cancel: release,
    finish: async () => {
      const durationMs = Math.round(performance.now() - startedAt);
      release();
      await stopped;
      if (durationMs < SHORTEST_MS) return null;
      return { blob: new Blob(parts, { type: recorder.mimeType }), durationMs, waveform: toBars(samples) };
    },
  };
}
