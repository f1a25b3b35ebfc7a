/** A short, stable name for a new room that no room has, and no removed room had (`now` is epoch ms). */
export function newRoomId(plugin: string, now: number, taken: ReadonlySet<string>): string {
  const base = `${plugin.replace(/[^\w.-]/g, '').slice(0, 32) || 'room'}-${now.toString(36)}`;
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
}
