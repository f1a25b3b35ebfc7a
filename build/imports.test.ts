import { describe, expect, it } from 'vitest';
import { cyclesOf, importsOf, violationsOf } from './imports.ts';

describe('the import rule', () => {
  const cases: readonly (readonly [from: string, specifier: string, rule: string | undefined])[] = [
    ['shared/domain/a.ts', './b.ts', undefined],
    ['shared/domain/a.ts', 'zod', undefined],
    ['shared/domain/a.ts', 'node:fs', 'shared imports only itself and zod, not node:fs'],
    ['shared/domain/a.ts', '@orpc/contract', 'shared imports only itself and zod, not @orpc/contract'],
    ['shared/api/contract.ts', '@orpc/contract', undefined],
    ['shared/domain/a.ts', '../../main/core/b.ts', 'shared imports only itself'],
    ['renderer/a.tsx', 'react', undefined],
    ['renderer/a.tsx', '../shared/domain/b.ts', undefined],
    ['renderer/a.tsx', '../main/core/b.ts', 'renderer imports shared and itself'],
    ['renderer/a.tsx', 'node:fs', 'the page has no Node'],
    ['plugins/twitch/a.ts', '../../shared/domain/b.ts', undefined],
    [
      'plugins/twitch/a.ts',
      '../demo/b.ts',
      'a plugin imports shared and itself, never main, never another plugin',
    ],
    [
      'plugins/twitch/a.ts',
      '../../main/core/b.ts',
      'a plugin imports shared and itself, never main, never another plugin',
    ],
    ['plugins/twitch/a.test.ts', '../contract.suite.ts', undefined],
    ['main/core/a.ts', 'electron', 'only main/shell imports electron'],
    ['main/shell/a.ts', 'electron', undefined],
    ['main/core/a.ts', '../shell/b.ts', 'main/core, main/store and main/cli do not know the shell'],
    ['main/store/a.ts', '../core/b.ts', 'main/store knows only itself and shared'],
  ];
  it.each(cases)('%s importing %s', (from, specifier, rule) => {
    expect(violationsOf([{ from, specifier }]).map((each) => each.rule)).toEqual(
      rule === undefined ? [] : [rule],
    );
  });

  it('reads every form of import and no comment', () => {
    const source = `import a from './a.ts';\nimport type { B } from "./b.ts";\nexport { c } from './c.ts';\nimport './d.css';\nconst e = await import('./e.ts');\nnew Worker(new URL('./f.ts', import.meta.url));\n// import './no.ts';\n/* import './no.ts' */`;
    expect(importsOf('x.ts', source).map((each) => each.specifier)).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.css',
      './e.ts',
      './f.ts',
    ]);
  });

  it('finds circles', () => {
    const found = [
      { from: 'a.ts', specifier: './b.ts' },
      { from: 'b.ts', specifier: './c.ts' },
      { from: 'c.ts', specifier: './a.ts' },
    ];
    expect(cyclesOf(found)).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']]);
  });
});
