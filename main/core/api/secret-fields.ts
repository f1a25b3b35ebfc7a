/** Stands for a secret that is set; sent back unchanged it keeps what is set. */
const HIDDEN = '••••';

const NAMED_SECRET = /secret|token|password/i;
/** `secretName` names an entry of the key store; it is no secret itself. */
const NAME_OF_ONE = /name$/i;

/** What a page sees of a secret. */
export function hideSecret(value: string): string {
  return value === '' ? '' : HIDDEN;
}

/** The secret after a form came back. */
export function keepSecret(value: string, before: string | undefined): string {
  return value === HIDDEN ? (before ?? '') : value;
}

/** A room's settings with its secrets hidden. */
export function hideSecrets(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      isSecret(key) && typeof value === 'string' ? hideSecret(value) : value,
    ]),
  );
}

/** A room's settings as a form sent them, with hidden secrets as they were. */
export function keepSecrets(
  settings: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => {
      if (!isSecret(key) || value !== HIDDEN) return [[key, value]];
      return Object.hasOwn(before, key) ? [[key, before[key]]] : [];
    }),
  );
}

function isSecret(key: string): boolean {
  return NAMED_SECRET.test(key) && !NAME_OF_ONE.test(key);
}
