import { STRATEGIES } from '../shared/support/config.ts';
import { readRecording } from './simulate/read-recording.ts';
import { recordedDay } from './simulate/recorded-day.ts';
import { generateDay, type SimulatedDay, simulateRouting } from './simulate/routing.ts';
import { runStorm } from './simulate/support-storm.ts';

/**
 * `npm run simulate -- routing [--viewers 2400] [--agents 9] [--seed 7]`: compares the strategies on one generated day;
 * `--recorded DIR [--from 2026-11-22T00:00+08:00]` on one that a hub has kept. `support` storms a real hub.
 */
const [what, ...rest] = process.argv.slice(2);
const option = (name: string, fallback: number): number => {
  const at = rest.indexOf(`--${name}`);
  const value = at < 0 ? fallback : Number(rest[at + 1]);
  return Number.isFinite(value) && value > 0 ? Math.floor(value) : fallback;
};

if (what === 'support') {
  const report = await runStorm({
    viewers: option('viewers', 500),
    agents: option('agents', 50),
    seconds: option('minutes', 0) > 0 ? option('minutes', 0) * 60 : option('seconds', 60),
    kills: option('kills', 2),
    pauseSec: option('pause', 8),
    turnSec: option('turn', 600),
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exit(report.lost + report.doubled + report.disordered + report.different === 0 ? 0 : 1);
} else if (what !== 'routing') {
  process.stderr.write(
    'What to simulate? Use: npm run simulate -- routing [--viewers N] [--agents N] [--seed N | --recorded DIR [--from TIME]], or support [--viewers N] [--agents N] [--minutes N | --seconds N] [--kills N] [--pause SEC] [--turn SEC]\n',
  );
  process.exitCode = 2;
} else {
  const day = await dayOf();
  if (typeof day === 'string') {
    process.stderr.write(`${day}\n`);
    process.exitCode = 1;
  } else
    for (const strategy of STRATEGIES)
      process.stdout.write(`${JSON.stringify(rounded(simulateRouting(day, strategy)))}\n`);
}

/** The day asked for, or why it cannot be had. */
async function dayOf(): Promise<SimulatedDay | string> {
  const text = (name: string): string | undefined =>
    rest.includes(`--${name}`) ? rest[rest.indexOf(`--${name}`) + 1] : undefined;
  const dir = text('recorded');
  if (dir === undefined) return generateDay(option('seed', 7), option('viewers', 2_400), option('agents', 9));
  const from = text('from') === undefined ? undefined : Date.parse(text('from') ?? '');
  if (Number.isNaN(from)) return '--from: not a time. Use e.g. 2026-11-22T00:00+08:00';
  const read = await readRecording(dir, from);
  return typeof read === 'string' ? read : recordedDay(read.recording, read.from, read.to);
}

function rounded(figures: object): object {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value,
    ]),
  );
}
