import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, SYSTEM } from '../../../shared/domain/actor.ts';
import type { Secrets } from '../../../shared/plugin/secrets.ts';
import { type HostedCore, startCore } from '../host.ts';
import { serveHub } from '../hub/server.ts';

/** A hub as `changkong hub` runs it: files on disk, the shipped plugins, HTTP and WebSocket. */
export interface WholeHub {
  readonly url: string;
  readonly core: HostedCore;
  /** One call of the REST form as somebody with every role; null for an empty answer. */
  readonly rest: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Waits until something is so; fails after ten seconds. */
  readonly until: <T>(read: () => Promise<T> | T, so: (value: T) => boolean) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Starts it over `dataDir`; start it again over the same folder for a restart. */
export async function startWholeHub(options: {
  readonly dataDir: string;
  readonly secrets?: ReadonlyMap<string, string>;
}): Promise<WholeHub> {
  const core = await startCore({
    dataDir: options.dataDir,
    demo: false,
    rooms: [],
    secretsOf: () => secretsOf(new Map(options.secrets ?? [])),
    log: () => undefined,
    version: '0.0.0-test',
  });
  if (!core.ok) throw new Error(core.fault.code);
  const hub = await serveHub(core.value, { host: '127.0.0.1', port: 0, pageDir: options.dataDir });
  if (!hub.ok) throw new Error(hub.fault.code);
  const { members } = core.value.services;
  const invited = await members.invite({ name: '主管', roles: [...ROLES], ttlMinutes: 5 }, SYSTEM);
  const paired = invited.ok ? await members.pair(invited.value.token) : invited;
  if (!paired.ok) throw new Error(paired.fault.code);
  const session = paired.value.sessionToken;
  return {
    url: hub.value.url,
    core: core.value,
    async rest(method, path, body) {
      const answer = await fetch(`${hub.value.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${session}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
    async until(read, so) {
      for (let turn = 0; turn < 1_000; turn += 1) {
        const value = await read();
        if (so(value)) return value;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`waited ten seconds in vain: ${JSON.stringify(await read())}`);
    },
    async close() {
      await hub.value.close();
      await core.value.close();
    },
  };
}

/** A folder for one test, and how it goes away. */
export function dataFolder(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'changkong-whole-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function secretsOf(kept: Map<string, string>): Secrets {
  return {
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
    },
  };
}
