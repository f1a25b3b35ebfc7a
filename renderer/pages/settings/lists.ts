/** A list as typed: the entries that can be kept, and how many could not. */
export interface ParsedList {
  readonly values: readonly string[];
  readonly refused: readonly string[];
}

const TERM_MAX = 100;

/** Words, one a line or between commas; doubles are one, and too long ones are refused. */
export function parseTerms(typed: string): ParsedList {
  return sorted(pieces(typed), (word) => (word.length <= TERM_MAX ? word : null));
}

/** Host names from names or whole links; what is no host is refused. */
export function parseHosts(typed: string): ParsedList {
  return sorted(pieces(typed), hostOf);
}

/** A list as text, one a line. */
export function listText(values: readonly string[]): string {
  return values.join('\n');
}

function pieces(typed: string): readonly string[] {
  return typed
    .split(/[\n\r,，;；、]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function sorted(all: readonly string[], read: (piece: string) => string | null): ParsedList {
  const values = new Set<string>();
  const refused: string[] = [];
  for (const piece of all) {
    const value = read(piece);
    if (value === null) refused.push(piece);
    else values.add(value);
  }
  return { values: [...values], refused };
}

function hostOf(piece: string): string | null {
  const address = piece.includes('://') ? piece : `https://${piece}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return hostname.includes('.') && hostname.length <= 253 ? hostname.toLowerCase() : null;
}
