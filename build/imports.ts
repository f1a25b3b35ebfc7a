import { posix } from 'node:path';

/** One import as it stands in a file. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
}

/** A broken rule, with what to do instead. */
export interface Violation extends Import {
  readonly rule: string;
}

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\bnew URL\(\s*['"](\.[^'"]+\.ts)['"]/gm;

/** The imports of a source text, dynamic ones and worker addresses too. Comments are left out first. */
export function importsOf(from: string, source: string): readonly Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map((match) => ({
    from,
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

/**
 * The import rule of DESIGN §3: `shared` imports only itself and zod (its contract also
 * `@orpc/contract`); `renderer` and each plugin import `shared` and their own libraries, never `main`,
 * never each other; only `main/shell` imports electron. Tests may reach for more, but never across plugins.
 */
export function violationsOf(found: readonly Import[]): readonly Violation[] {
  return found.flatMap((each) => {
    const rule = ruleBroken(each);
    return rule === undefined ? [] : [{ ...each, rule }];
  });
}

/** Files that import each other in a circle, as paths from a file back to itself; types count too. */
export function cyclesOf(found: readonly Import[]): readonly (readonly string[])[] {
  const edges = new Map<string, string[]>();
  for (const { from, specifier } of found) {
    if (specifier.startsWith('.')) edges.set(from, [...(edges.get(from) ?? []), targetOf(from, specifier)]);
  }
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      cycles.push([...path.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return cycles;
}

function targetOf(from: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

function ruleBroken({ from, specifier }: Import): string | undefined {
  const isTest = /\.(test|suite)\.tsx?$|\/testing\//.test(from);
  const isOwn = specifier.startsWith('.');
  const target = isOwn ? targetOf(from, specifier) : specifier;
  const [top, second] = from.split('/');
  const [targetTop, targetSecond] = target.split('/');
  if (specifier === 'electron' && !from.startsWith('main/shell/')) return 'only main/shell imports electron';
  if (top === 'shared') {
    if (isOwn) return targetTop === 'shared' ? undefined : 'shared imports only itself';
    const allowed = [
      'zod',
      ...(from.startsWith('shared/api/') ? ['@orpc/contract'] : []),
      ...(isTest ? ['vitest', 'fast-check'] : []),
    ];
    if (isTest && specifier.startsWith('node:')) return undefined;
    return allowed.includes(specifier) ? undefined : `shared imports only itself and zod, not ${specifier}`;
  }
  if (top === 'renderer') {
    if (specifier.startsWith('node:') && !isTest) return 'the page has no Node';
    return isOwn && !['shared', 'renderer'].includes(targetTop ?? '')
      ? 'renderer imports shared and itself'
      : undefined;
  }
  if (top === 'plugins' && isOwn) {
    if (targetTop === 'shared') return undefined;
    if (
      targetTop === 'plugins' &&
      (targetSecond === second || (isTest && /^(contract\.suite|harness)\.ts$/.test(targetSecond ?? '')))
    )
      return undefined;
    return 'a plugin imports shared and itself, never main, never another plugin';
  }
  if (top === 'main' && isOwn) {
    if (second !== 'shell' && target.startsWith('main/shell/'))
      return 'main/core, main/store and main/cli do not know the shell';
    if (second === 'store' && !target.startsWith('main/store') && targetTop === 'main')
      return 'main/store knows only itself and shared';
    if (targetTop === 'renderer' && !isTest) return 'main does not import the page';
  }
  return undefined;
}
