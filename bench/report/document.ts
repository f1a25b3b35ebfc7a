/** Between these lines of `docs/performance.md` everything is written by the bench. */
export const BEGIN = '<!-- bench: begin -->';
export const END = '<!-- bench: end -->';

/** The document with the section between the markers replaced; null where they are missing. */
export function withSection(document: string, section: string): string | null {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from) return null;
  return `${document.slice(0, from + BEGIN.length)}\n\n${section.trim()}\n\n${document.slice(to)}`;
}
