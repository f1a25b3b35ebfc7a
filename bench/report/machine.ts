import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './types.ts';

const NAMED = ['better-sqlite3', 'react', '@orpc/server', 'playwright-core'] as const;
const TICK_MS = 10;

/** What the numbers were measured on. */
export function machine(projectDir: string): Machine {
  const versions = Object.fromEntries(NAMED.map((name) => [name, versionOf(projectDir, name)]));
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    versions: { node: process.versions.node, ...versions },
  };
}

export function load(): number {
  return loadavg()[0] ?? 0;
}

/** CPU time spent so far, seconds: by the whole machine, and by this process with its ended children. */
export interface CpuMark {
  readonly at: number;
  readonly machine: number;
  readonly own: number;
}

export function cpuMark(): CpuMark {
  const busy = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return { at: performance.now() / 1000, machine: busy / 1000, own: ownSeconds() };
}

/** Cores that others used between two marks. */
export function othersBetween(before: CpuMark, after: CpuMark): number {
  const seconds = after.at - before.at;
  return Math.max(0, (after.machine - before.machine - (after.own - before.own)) / seconds);
}

/** proc(5): fields 14 to 17 of `stat` are user and system time of the process and of its waited-for children. */
function ownSeconds(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) * TICK_MS) / 1000;
  } catch {
    const used = process.cpuUsage();
    return (used.user + used.system) / 1e6;
  }
}

function versionOf(projectDir: string, name: string): string {
  const path = join(projectDir, 'node_modules', name, 'package.json');
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
  } catch {
    return 'absent';
  }
}
