/** A new id of letters and digits, that begins with a letter. */
export function newSlug(): string {
  return `x${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

/** The rows but one. */
export function without<T extends { readonly id: string }>(rows: readonly T[], id: string): T[] {
  return rows.filter((row) => row.id !== id);
}
