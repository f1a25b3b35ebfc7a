import { setTimeout as sleep } from 'node:timers/promises';
import { createDice } from '../../plugins/demo/random.ts';
import { chatEvent } from '../../shared/testing/events.ts';
import { type ChaosProxy, startChaosProxy, type Trouble } from '../chaos-proxy.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { type BenchCore, openBenchCore } from '../support/bench-core.ts';
import { openBenchHub } from '../support/bench-hub.ts';
import { corpus } from '../support/corpus.ts';
import { openNaiveClient } from '../support/naive-client.ts';
import { openPageLine, type PageLine, tolerateLateAborts } from '../support/page-line.ts';

/** The page's own feeds through a line that is cut, reset, stalled and half closed, and what arrives. */
export const reconnectCase: BenchCase = {
  name: 'reconnect',
  title: 'Reconnect through a line that cuts, stalls and resets',
  run,
};

const ROOM = 'r0';
const RATE = 300;

async function run(context: CaseContext): Promise<CaseResult> {
  tolerateLateAborts();
  const seconds = context.option('seconds', context.quick ? 5 : 60);
  const bench = await openBenchCore({ dir: context.dir, rooms: [ROOM] });
  const { hub, port, sessionToken } = await openBenchHub(bench, 'none');
  const proxy = await startChaosProxy({ host: '127.0.0.1', port });
  const url = `ws://127.0.0.1:${proxy.port}/rpc`;
  const page = openPageLine({ url, sessionToken, roomId: ROOM, checkFaster: 10 });
  const shown = watchShown(page);
  const naive = openNaiveClient({ url, sessionToken, roomId: ROOM });
  await until(
    () => page.chat.getState().position !== undefined && page.desk().position !== undefined && naive.isOpen(),
    10_000,
  );

  const stop = new AbortController();
  const troubles = makeTrouble(proxy, seconds, context.quick ? 0 : 2, stop.signal);
  const sent = await emitChat(bench, seconds);
  stop.abort();
  const told = await troubles;
  await bench.stored(sent);
  const caughtUp = await until(() => shown.newest() >= sent && isDeskCurrent(bench, page), 30_000);
  const { thinned, received, resets } = page.chat.getState();
  const lost = sent - shown.unique() - thinned;
  const flags = [...bench.core.services.desk.flags.values()];
  const missing = flags.filter(
    (flag) => (page.desk().flags.get(flag.id)?.version ?? 0) < flag.version,
  ).length;
  const lines = page.lines();
  naive.close();
  page.close();
  await proxy.close();
  await hub.close();
  await bench.close();
  const exact = { op: '=', limit: 0, exact: true } as const;
  return {
    measures: [
      {
        what: 'chat rows lost (neither shown nor counted as left out)',
        value: lost,
        unit: `of ${sent}`,
        budget: exact,
      },
      {
        what: 'chat rows shown twice',
        value: Math.max(0, received - shown.unique()),
        unit: '',
        budget: exact,
      },
      {
        what: 'flags missing or out of date at the end',
        value: missing,
        unit: `of ${flags.length}`,
        budget: exact,
      },
      { what: 'chat rows left out for a slow line, with a visible count', value: thinned, unit: '' },
      { what: 'lists that began anew (history gone)', value: resets, unit: '' },
      { what: 'lines opened', value: lines, unit: '' },
      { what: 'until the page was current after the last trouble', value: caughtUp, unit: 'ms' },
    ],
    controls: [
      {
        what: 'a client that opens the feed anew, without a position',
        seen: `${sent - naive.shown()} of ${sent} rows lost, ${naive.twice()} shown twice`,
        failed: sent - naive.shown() > 0 || naive.twice() > 0,
      },
    ],
    notes: [
      `${RATE} messages a second for ${seconds} s; troubles: ${told}. The page’s own transport, feeds and stores run here without a browser; its check of the line runs every second instead of every ten.`,
    ],
  };
}

async function emitChat(bench: BenchCore, seconds: number): Promise<number> {
  const say = corpus({ trouble: 0.02, people: 3_000 });
  const start = performance.now();
  let sent = 0;
  while (performance.now() - start < seconds * 1000) {
    await sleep(20);
    const due = Math.floor(((performance.now() - start) / 1000) * RATE);
    const events = Array.from({ length: due - sent }, (_, at) => {
      const { n, user, text } = say(sent + at);
      return chatEvent({ key: `n${n}`, roomId: ROOM, user, text, at: Date.now(), seq: n });
    });
    sent = due;
    await bench.emit(ROOM, events);
  }
  return sent;
}

/** A seeded row of troubles; some leave the line refused for a moment, `dead` ones come at the end. */
async function makeTrouble(
  proxy: ChaosProxy,
  seconds: number,
  dead: number,
  signal: AbortSignal,
): Promise<string> {
  const dice = createDice(11);
  const counts = new Map<string, number>();
  const strike = async (trouble: Trouble): Promise<void> => {
    counts.set(trouble.kind, (counts.get(trouble.kind) ?? 0) + 1);
    proxy.trouble(trouble);
    if (dice.chance(0.3)) {
      proxy.refuse(true);
      await sleep(dice.between(100, 900), undefined, { signal });
      proxy.refuse(false);
    }
  };
  try {
    for (let turn = 0; turn < dead; turn += 1) {
      await sleep(1_000, undefined, { signal });
      await strike({ kind: 'dead' });
      await sleep((seconds * 1000) / 6, undefined, { signal });
    }
    for (;;) {
      await sleep(dice.between(300, 1_500), undefined, { signal });
      await strike(
        dice.pick<Trouble>([
          { kind: 'cut' },
          { kind: 'reset' },
          { kind: 'stall', ms: dice.between(200, 1_500) },
          { kind: 'slow_close', ms: dice.between(50, 400) },
        ]),
      );
    }
  } catch {
    proxy.refuse(false);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ');
}

/** Which rows a reader of the list saw. */
function watchShown(page: PageLine): {
  readonly unique: () => number;
  readonly newest: () => number;
  /** Rows first seen when the list began anew; they do not count as received. */
  readonly fromSnapshots: () => number;
} {
  const ids = new Set<string>();
  let newest = 0;
  let fromSnapshots = 0;
  page.chat.subscribe((state, previous) => {
    const before = ids.size;
    const received = state.received - previous.received;
    for (let at = state.rows.length - 1; at >= 0; at -= 1) {
      const row = state.rows[at];
      if (row === undefined || (row.offset <= newest && ids.has(row.id))) break;
      ids.add(row.id);
    }
    if (state.resets > previous.resets) fromSnapshots += ids.size - before - received;
    newest = Math.max(newest, state.position?.offset ?? 0);
  });
  return { unique: () => ids.size, newest: () => newest, fromSnapshots: () => fromSnapshots };
}

function isDeskCurrent(bench: BenchCore, page: PageLine): boolean {
  const { flags } = page.desk();
  return [...bench.core.services.desk.flags.values()].every(
    (flag) => (flags.get(flag.id)?.version ?? 0) >= flag.version,
  );
}

/** Milliseconds until it was so; NaN when it never was. */
async function until(what: () => boolean, mostMs: number): Promise<number> {
  const start = performance.now();
  while (!what()) {
    if (performance.now() - start > mostMs) return Number.NaN;
    await sleep(5);
  }
  return performance.now() - start;
}
