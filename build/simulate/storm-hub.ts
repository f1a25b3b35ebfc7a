import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a hub's memory did in one life of its process. */
export interface MemoryReport {
  readonly minutes: number;
  /** After half a minute, at the end, at most, MB resident. */
  readonly fromMb: number;
  readonly toMb: number;
  readonly peakMb: number;
  /** Slope of the second half. */
  readonly mbPerHour: number;
  /** Lowest heap of each third: about what is alive, while resident memory also holds what V8 has not collected. */
  readonly heapFloorsMb: readonly number[];
}

/** Starts a hub as a process of its own; port 0 chooses one and pairs the owner. */
export async function startHub(
  dir: string,
  port: number,
): Promise<{ readonly child: ChildProcess; readonly port: number; readonly token?: string }> {
  const child = spawn(
    process.execPath,
    ['main/cli.ts', 'hub', '--port', String(port), '--data', dir, ...(port === 0 ? ['--demo'] : [])],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const found: { port?: number; token?: string } = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as {
      readonly event: string;
      readonly url: string;
      readonly token?: string;
    };
    if (said.event === 'listening') found.port = Number(new URL(said.url).port);
    if (said.token !== undefined) found.token = said.token;
    if (found.port !== undefined && (port !== 0 || found.token !== undefined)) break;
  }
  if (found.port === undefined) throw new Error('the hub did not start');
  return { child, port: found.port, ...(found.token === undefined ? {} : { token: found.token }) };
}

/** CPU time of a process so far, s; where there is no /proc, nothing. */
export function cpuSeconds(pid: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** The value that the given part of them does not exceed. */
export function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length * part)] ?? 0;
}

/** One look at the hub's memory, MB. */
export interface MemorySample {
  readonly at: number;
  readonly residentMb: number;
  readonly heapMb: number;
}

/** The hub's own figures, by its metrics; nothing while it is down. */
export async function memoryNow(port: number): Promise<Omit<MemorySample, 'at'> | undefined> {
  const text = await fetch(`http://127.0.0.1:${port}/metrics`)
    .then((response) => response.text())
    .catch(() => '');
  const figure = (name: string): number =>
    Number(new RegExp(`^changkong_process_${name} (\\S+)$`, 'm').exec(text)?.[1]) / 1_048_576;
  const sample = { residentMb: figure('resident_bytes'), heapMb: figure('heap_used_bytes') };
  return Number.isFinite(sample.residentMb) ? sample : undefined;
}

/** Slope by least squares over the second half of a life, the first is warming up; floors by thirds. */
export function memoryOf(samples: readonly MemorySample[]): MemoryReport {
  const half = samples.slice(Math.floor(samples.length / 2));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [x, y] = [mean(half.map(({ at }) => at)), mean(half.map(({ residentMb }) => residentMb))];
  const above = half.reduce((sum, { at, residentMb }) => sum + (at - x) * (residentMb - y), 0);
  const below = half.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  const round = (value: number): number => Math.round(value * 10) / 10;
  const third = Math.floor(samples.length / 3);
  const floor = (from: number, to: number): number =>
    round(Math.min(...samples.slice(from, Math.max(from + 1, to)).map(({ heapMb }) => heapMb)));
  return {
    minutes: round((samples.at(-1)?.at ?? 0) / 60_000),
    fromMb: round(samples[Math.min(6, samples.length - 1)]?.residentMb ?? 0),
    toMb: round(samples.at(-1)?.residentMb ?? 0),
    peakMb: round(Math.max(...samples.map(({ residentMb }) => residentMb))),
    mbPerHour: below === 0 ? 0 : round((above / below) * 3_600_000),
    heapFloorsMb: [floor(0, third), floor(third, 2 * third), floor(2 * third, samples.length)],
  };
}
