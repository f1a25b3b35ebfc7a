/** An element of a recorder's XML: `<name a="b">text</name>` or `<name a="b"/>`, without children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  /** As it stood in the file. */
  readonly raw: string;
  /** Line of its `<`, from 1. */
  readonly line: number;
}

/** Finds the wanted elements in a stream of pieces, holding no more than one of them. */
export interface XmlScanner {
  readonly push: (chunk: string) => readonly XmlFound[];
  readonly end: () => readonly XmlFound[];
  readonly lines: () => number;
}

/** An element, or a place that could not be read and was skipped. */
export type XmlFound = XmlElement | { readonly line: number; readonly broken: string };

/**
 * A scanner for flat XML as recorders write it. It knows attributes in both quotes, the five named
 * entities, numeric ones, CDATA and comments; it resolves no other entity and reads no DTD.
 */
export function createXmlScanner(wanted: ReadonlySet<string>, maxElement: number): XmlScanner {
  let buffer = '';
  let line = 1;
  let total = 0;

  const drop = (units: number): void => {
    for (let at = buffer.indexOf('\n'); at >= 0 && at < units; at = buffer.indexOf('\n', at + 1)) line++;
    buffer = buffer.slice(units);
  };

  const scan = (final: boolean): readonly XmlFound[] => {
    const out: XmlFound[] = [];
    for (;;) {
      const open = buffer.indexOf('<');
      drop(open < 0 ? buffer.length : open);
      if (open < 0) return out;
      const length = unitLength(buffer, wanted);
      if (length === null) {
        if (!final && buffer.length <= maxElement) return out;
        out.push({ line, broken: final ? 'the file ends inside an element' : 'an element is too long' });
        drop(1);
        if (final) {
          buffer = '';
          return out;
        }
        continue;
      }
      const raw = buffer.slice(0, length);
      const element = parseElement(raw, wanted, line);
      if (element !== null) out.push(element);
      drop(length);
    }
  };

  return {
    push: (chunk) => {
      total += chunk.length;
      buffer += chunk;
      return scan(false);
    },
    end: () => scan(true),
    lines: () => (total === 0 ? 0 : line),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Turns entities into what they stand for; unknown or impossible ones stay as written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isChar = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return isChar ? String.fromCodePoint(point) : whole;
  });
}

/** How long the construct at the buffer's start is; null where its end has not come yet. */
function unitLength(buffer: string, wanted: ReadonlySet<string>): number | null {
  if (buffer.startsWith('<!--')) return endOf(buffer, '-->', 4);
  if (buffer.startsWith('<![CDATA[')) return endOf(buffer, ']]>', 9);
  // Not yet clear whether a comment or CDATA begins here.
  if ('<![CDATA['.startsWith(buffer) || '<!--'.startsWith(buffer)) return null;
  const tagEnd = endOfTag(buffer);
  if (tagEnd === null) return null;
  const name = nameAt(buffer, 1);
  if (!wanted.has(name) || buffer[tagEnd - 2] === '/') return tagEnd;
  return endOf(buffer, `</${name}>`, tagEnd);
}

function endOf(buffer: string, mark: string, from: number): number | null {
  const at = buffer.indexOf(mark, from);
  return at < 0 ? null : at + mark.length;
}

/** The place after `>`, which may stand inside quotes. */
function endOfTag(buffer: string): number | null {
  let quote = '';
  for (let at = 1; at < buffer.length; at++) {
    const letter = buffer[at] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at + 1;
  }
  return null;
}

function nameAt(buffer: string, from: number): string {
  return /^[\w:.-]*/.exec(buffer.slice(from, from + 64))?.[0] ?? '';
}

function parseElement(raw: string, wanted: ReadonlySet<string>, line: number): XmlElement | null {
  const name = nameAt(raw, 1);
  const tagEnd = endOfTag(raw);
  if (!wanted.has(name) || tagEnd === null) return null;
  const attributes = new Map<string, string>();
  for (const match of raw.slice(0, tagEnd).matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(match[1] ?? '', unescapeXml(match[2] ?? match[3] ?? ''));
  }
  const inner = raw.endsWith('/>') ? '' : raw.slice(tagEnd, raw.lastIndexOf('</'));
  return { name, attributes, text: innerText(inner), raw, line };
}

function innerText(inner: string): string {
  if (!inner.includes('<![CDATA[')) return unescapeXml(inner);
  return inner
    .split(/(<!\[CDATA\[.*?\]\]>)/s)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescapeXml(part)))
    .join('');
}
