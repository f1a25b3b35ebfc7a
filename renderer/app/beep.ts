const NOTES = [880, 660];
const NOTE_SEC = 0.11;
const LOUDNESS = 0.12;

/** Two short falling tones. Silent where the browser does not allow sound before the first click. */
export function beep(): void {
  const audio = new AudioContext();
  if (audio.state === 'suspended') {
    void audio.close();
    return;
  }
  NOTES.forEach((frequency, index) => {
    const start = audio.currentTime + index * NOTE_SEC;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.type = 'sine';
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SEC);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + NOTE_SEC);
  });
  setTimeout(() => void audio.close(), 600);
}
