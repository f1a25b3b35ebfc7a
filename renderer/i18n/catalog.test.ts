import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATALOG, type Namespace } from './catalog.ts';

const namespaces = Object.keys(CATALOG.zh) as Namespace[];

describe('the catalogs', () => {
  it.each(namespaces)('%s has the same keys in both languages, none empty', (namespace) => {
    const zh = flat(CATALOG.zh[namespace]);
    const en = flat(CATALOG.en[namespace]);
    expect(withoutPlural(en)).toEqual(withoutPlural(zh));
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(namespaces)('%s uses the same placeholders in both languages', (namespace) => {
    const en = new Map(flat(CATALOG.en[namespace]));
    const different = flat(CATALOG.zh[namespace]).filter(([key, text]) => {
      const other = en.get(key) ?? en.get(`${key}_other`);
      return other === undefined || holes(text) !== holes(other);
    });
    expect(different).toEqual([]);
  });

  it('has every key the components name', () => {
    const missing: string[] = [];
    for (const file of sources(fileURLToPath(new URL('..', import.meta.url)))) {
      const code = readFileSync(file, 'utf8');
      const namespace = (/(?:useTranslation\(|TFunction<)'(\w+)'/.exec(code)?.[1] ?? 'common') as Namespace;
      const known = new Set(namespaces.flatMap((name) => keysOf(name)));
      for (const [, key = ''] of code.matchAll(/\bt\('([\w.:-]+)'/g)) {
        const full = key.includes(':') ? key : `${namespace}:${key}`;
        if (!known.has(full)) missing.push(`${file}: ${full}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

function keysOf(namespace: Namespace): readonly string[] {
  return flat(CATALOG.zh[namespace]).map(([key]) => `${namespace}:${key}`);
}

function withoutPlural(entries: readonly (readonly [string, string])[]): readonly string[] {
  return [...new Set(entries.map(([key]) => key.replace(/_(one|other)$/, '')))].sort();
}

function holes(text: string): string {
  return [...text.matchAll(/{{\s*(\w+)/g)]
    .map((match) => match[1])
    .sort()
    .join();
}

function flat(value: unknown, prefix = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    flat(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.includes('.test.') ? [path] : [];
  });
}
