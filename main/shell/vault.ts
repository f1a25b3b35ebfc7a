import type { SecretsView } from '../../shared/api/desktop.ts';
import type { Secrets } from '../../shared/plugin/secrets.ts';

/** The system's key store. */
export interface Cipher {
  /** False where there is none, or where it would only pretend (a fixed key in the program). */
  readonly protects: () => Promise<boolean>;
  readonly encrypt: (text: string) => Promise<Buffer>;
  readonly decrypt: (bytes: Buffer) => Promise<string>;
}

/** A small file that is read and replaced whole. */
export interface TextFile {
  /** Null when there is none. */
  readonly read: () => Promise<string | null>;
  readonly replace: (text: string) => Promise<void>;
}

/** Secrets on disk, sealed by the system's key store. */
export interface Vault extends Secrets {
  readonly view: () => Promise<SecretsView>;
}

export interface VaultOptions {
  readonly cipher: Cipher;
  readonly file: TextFile;
  /** Told when a secret can only be held until the app quits: once per run. */
  readonly onUnkept: () => void;
  /** Told when a sealed secret cannot be opened any more (another user, another key). */
  readonly onUnreadable: (name: string) => void;
}

/**
 * Opens the vault. Without a key store secrets stay in memory until the app quits and never touch the
 * disk; the person is told.
 */
export function createVault(options: VaultOptions): Vault {
  const { cipher, file } = options;
  const session = new Map<string, string>();
  let warned = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time: the file is read, changed and replaced whole. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };

  const change = async (name: string, sealed: string | null): Promise<void> => {
    const entries = { ...parseVault(await file.read()) };
    if (sealed === null) {
      if (!(name in entries)) return;
      delete entries[name];
    } else entries[name] = sealed;
    await file.replace(`${JSON.stringify({ version: 1, entries }, null, 2)}\n`);
  };

  return {
    view: async () => ((await cipher.protects()) ? 'kept' : 'session'),
    get: (name) =>
      inTurn(async () => {
        const held = session.get(name);
        if (held !== undefined) return held;
        const sealed = parseVault(await file.read())[name];
        if (sealed === undefined) return null;
        try {
          return await cipher.decrypt(Buffer.from(sealed, 'base64'));
        } catch {
          options.onUnreadable(name);
          return null;
        }
      }),
    set: (name, value) =>
      inTurn(async () => {
        session.delete(name);
        if (value === null) return change(name, null);
        if (await cipher.protects()) {
          return change(name, (await cipher.encrypt(value)).toString('base64'));
        }
        session.set(name, value);
        await change(name, null);
        if (!warned) options.onUnkept();
        warned = true;
      }),
  };
}

/** Reads the vault file: names to sealed bytes in base64. Unreadable is as empty. */
function parseVault(text: string | null): Readonly<Record<string, string>> {
  if (text === null) return {};
  try {
    const read: unknown = JSON.parse(text);
    const entries = typeof read === 'object' && read !== null && 'entries' in read ? read.entries : null;
    if (typeof entries !== 'object' || entries === null) return {};
    return Object.fromEntries(
      Object.entries(entries).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
