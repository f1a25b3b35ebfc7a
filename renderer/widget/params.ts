/** What the widget was opened with. */
export interface OpenedWith {
  readonly roomId: string;
  readonly token?: string | undefined;
  readonly language?: 'zh' | 'en' | undefined;
  /** The page that embeds it, as an origin; absent where it stands alone. */
  readonly host?: string | undefined;
  readonly context?: OpenContext | undefined;
}

/** The danmaku or notice it was opened from. */
export interface OpenContext {
  readonly eventId?: string | undefined;
  readonly flagId?: string | undefined;
  readonly actionId?: string | undefined;
  readonly page?: string | undefined;
}

/** Reads the address: `?room=&event=&action=&flag=&token=&lang=&host=`, the token also after `#token=`. */
export function readParams(address: string): OpenedWith {
  const url = new URL(address);
  const query = url.searchParams;
  const hash = new URLSearchParams(url.hash.replace(/^#/, ''));
  const lang = query.get('lang');
  const host = originOf(query.get('host'));
  const context = readContext({
    eventId: query.get('event'),
    flagId: query.get('flag'),
    actionId: query.get('action'),
    page: query.get('page'),
  });
  const token = hash.get('token') ?? query.get('token');
  return {
    roomId: (query.get('room') ?? '').slice(0, 64),
    ...(token === null || token === '' ? {} : { token: token.slice(0, 4_000) }),
    ...(lang === 'zh' || lang === 'en' ? { language: lang } : {}),
    ...(host === null ? {} : { host }),
    ...(context === null ? {} : { context }),
  };
}

/** The address without the token, so that it is not kept in histories. */
export function withoutToken(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('token');
  url.hash = '';
  return url.href;
}

/** A context from outside: known fields, cut to size; null where nothing is left. */
export function readContext(value: unknown): OpenContext | null {
  if (typeof value !== 'object' || value === null) return null;
  const context: Record<string, string> = {};
  for (const [name, most] of FIELDS) {
    const field: unknown = Reflect.get(value, name);
    if (typeof field === 'string' && field !== '') context[name] = field.slice(0, most);
  }
  return Object.keys(context).length === 0 ? null : context;
}

const FIELDS = [
  ['eventId', 400],
  ['flagId', 128],
  ['actionId', 128],
  ['page', 300],
] as const;

/** An `http(s)` origin, or null. */
export function originOf(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null;
}
