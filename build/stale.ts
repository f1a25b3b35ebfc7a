import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a build is made from, and where it notes what it was made from. */
export interface Product {
  /** Files and folders; tests in them do not count. */
  readonly sources: readonly string[];
  /** A file whose absence means that nothing is built. */
  readonly output: string;
  readonly stamp: string;
}

/** Builds when a source was added, removed or changed since the last time. Says whether it built. */
export async function refresh(product: Product, build: () => Promise<void>): Promise<boolean> {
  const now = fingerprint(product.sources);
  const before = existsSync(product.stamp) ? readFileSync(product.stamp, 'utf8') : '';
  if (now === before && existsSync(product.output)) return false;
  await build();
  mkdirSync(dirname(product.stamp), { recursive: true });
  writeFileSync(product.stamp, now);
  return true;
}

/** Names, sizes and times of all source files, as one hash: cheap, and blind to nothing but a forged time. */
export function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) add(source);
  return hash.digest('hex');

  function add(path: string): void {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return;
    if (facts.isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
    }
  }
}
