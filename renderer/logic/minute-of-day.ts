/** Minutes since midnight as `22:05`. */
export function clockText(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** `22:05` as minutes since midnight; null where it is no time of day. */
export function clockMinutes(text: string): number | null {
  const parts = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim());
  if (parts === null) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  return hours <= 23 && minutes <= 59 ? hours * 60 + minutes : null;
}
