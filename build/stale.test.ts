import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refresh } from './stale.ts';

it('builds when something changed, appeared or went, and not otherwise', async () => {
  const home = mkdtempSync(join(tmpdir(), 'changkong-stale-'));
  const at = (name: string) => join(home, name);
  mkdirSync(at('source/inner'), { recursive: true });
  writeFileSync(at('source/inner/a.ts'), 'one');
  const product = { sources: [at('source'), at('lock')], output: at('out'), stamp: at('stamps/out') };
  const build = async () => writeFileSync(at('out'), 'built');
  const steps: [string, () => void][] = [
    ['nothing is built yet', () => undefined],
    ['nothing changed', () => undefined],
    ['a file is changed', () => writeFileSync(at('source/inner/a.ts'), 'three')],
    ['a file is saved with the same text', () => utimesSync(at('source/inner/a.ts'), 1, 1)],
    ['a file appears', () => writeFileSync(at('source/b.ts'), '')],
    ['a test appears', () => writeFileSync(at('source/b.test.ts'), '')],
    ['a file goes', () => rmSync(at('source/b.ts'))],
    ['another source appears', () => writeFileSync(at('lock'), '')],
    ['the output goes', () => rmSync(at('out'))],
    ['nothing changed again', () => undefined],
  ];
  const built: [string, boolean][] = [];
  for (const [name, change] of steps) {
    change();
    built.push([name, await refresh(product, build)]);
  }
  expect(built).toEqual([
    ['nothing is built yet', true],
    ['nothing changed', false],
    ['a file is changed', true],
    ['a file is saved with the same text', true],
    ['a file appears', true],
    ['a test appears', false],
    ['a file goes', true],
    ['another source appears', true],
    ['the output goes', true],
    ['nothing changed again', false],
  ]);
});

it('a build that fails is tried again', async () => {
  const home = mkdtempSync(join(tmpdir(), 'changkong-stale-'));
  const product = { sources: [home], output: join(home, 'out'), stamp: join(home, 'stamp') };
  await expect(refresh(product, async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await refresh(product, async () => undefined)).toBe(true);
});
