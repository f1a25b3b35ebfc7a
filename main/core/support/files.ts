import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where attachments' bytes lie, by an id that nobody can guess. */
export interface FileStore {
  readonly put: (id: string, bytes: Uint8Array) => Promise<void>;
  readonly get: (id: string) => Promise<Uint8Array | null>;
  readonly remove: (id: string) => Promise<void>;
}

const ID = /^[\w-]{8,64}(?:\.small)?$/;

/** A folder; a file appears whole or not at all. */
export function diskFiles(dir: string): FileStore {
  const pathOf = (id: string): string => {
    if (!ID.test(id)) throw new Error('not an attachment id');
    return join(dir, id.slice(0, 2), id);
  };
  return {
    async put(id, bytes) {
      const path = pathOf(id);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    },
    get: (id) => readFile(pathOf(id)).catch(() => null),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

/** In memory, for tests and the demo. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (id, bytes) => void files.set(id, bytes),
    get: async (id) => files.get(id) ?? null,
    remove: async (id) => void files.delete(id),
  };
}
