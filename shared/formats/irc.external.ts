/** One IRCv3 line as it came: https://ircv3.net/specs/extensions/message-tags */
export interface IrcMessage {
  /** Unescaped values, always strings: `user-id=1` stays `"1"`. */
  readonly tags: ReadonlyMap<string, string>;
  /** `nick!user@host` or a server name; empty where absent. */
  readonly prefix: string;
  /** Upper case, or three digits. */
  readonly command: string;
  readonly params: readonly string[];
}

/**
 * Parses one line without its line end. Values keep their type and their trailing spaces.
 * Returns null where there is no command.
 */
export function parseIrc(line: string): IrcMessage | null {
  let at = 0;
  let tags: ReadonlyMap<string, string> = NO_TAGS;
  if (line.charCodeAt(0) === AT) {
    const end = line.indexOf(' ');
    if (end < 0) return null;
    tags = parseTags(line.slice(1, end));
    at = skipSpaces(line, end);
  }
  let prefix = '';
  if (line.charCodeAt(at) === COLON) {
    const end = line.indexOf(' ', at);
    if (end < 0) return null;
    prefix = line.slice(at + 1, end);
    at = skipSpaces(line, end);
  }
  const commandEnd = nextSpace(line, at);
  const command = line.slice(at, commandEnd);
  if (!/^(?:[A-Z]{1,32}|\d{3})$/.test(command)) return null;
  return { tags, prefix, command, params: parseParams(line, skipSpaces(line, commandEnd)) };
}

const AT = 0x40;
const COLON = 0x3a;
const NO_TAGS: ReadonlyMap<string, string> = new Map();
const ESCAPES: Readonly<Record<string, string>> = { ':': ';', s: ' ', r: '\r', n: '\n' };

function parseTags(text: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const pair of text.split(';')) {
    const eq = pair.indexOf('=');
    if (eq < 0) tags.set(pair, '');
    else tags.set(pair.slice(0, eq), unescapeTag(pair.slice(eq + 1)));
  }
  return tags;
}

function unescapeTag(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\(.?)/gs, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
}

function parseParams(line: string, from: number): readonly string[] {
  const params: string[] = [];
  let at = from;
  while (at < line.length) {
    if (line.charCodeAt(at) === COLON) {
      params.push(line.slice(at + 1));
      break;
    }
    const end = nextSpace(line, at);
    params.push(line.slice(at, end));
    at = skipSpaces(line, end);
  }
  return params;
}

function nextSpace(line: string, from: number): number {
  const found = line.indexOf(' ', from);
  return found < 0 ? line.length : found;
}

function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === 0x20) at++;
  return at;
}
