/** A moment as `20:14:03`, local time. */
export function clockText(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** A day as `2026-09-03`, local time. */
export function dayText(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A moment with its day where it is not today: `09-12 20:14`, today `20:14:03`. */
export function momentText(at: number, now: number): string {
  const clock = clockText(at);
  return dayText(at) === dayText(now) ? clock : `${dayText(at).slice(5)} ${clock.slice(0, 5)}`;
}

/** How long ago: `0:09`, `1:42`, `1:02:03`; never negative. */
export function ageText(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = two(total % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** A duration in its largest whole unit; null is for good. */
export function durationParts(seconds: number | null): {
  readonly unit: 'sec' | 'min' | 'hour' | 'day' | 'forever';
  readonly n: number;
} {
  if (seconds === null) return { unit: 'forever', n: 0 };
  if (seconds % 86_400 === 0) return { unit: 'day', n: seconds / 86_400 };
  if (seconds % 3_600 === 0) return { unit: 'hour', n: seconds / 3_600 };
  if (seconds % 60 === 0) return { unit: 'min', n: seconds / 60 };
  return { unit: 'sec', n: seconds };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
