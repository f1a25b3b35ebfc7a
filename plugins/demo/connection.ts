import type { Action } from '../../shared/domain/action.ts';
import type { LiveEvent } from '../../shared/domain/event.ts';
import { fault } from '../../shared/domain/fault.ts';
import { counter } from '../../shared/formats/decoder.ts';
import { type Draft, makeEvent } from '../../shared/formats/envelope.ts';
import type { ConnectContext, Connection, PerformResult } from '../../shared/plugin/plugin.ts';
import { createDice } from './random.ts';
import { ROOMS } from './rooms.ts';
import type { DemoSettings } from './settings.ts';
import { createShow } from './show.ts';
import { createRoomSimulator } from './simulator.ts';
import type { Beat } from './stage.ts';

/** How often the show is looked at, ms. */
const TICK_MS = 60;
/** After the core refused events, ms. */
const RETRY_MS = 1_000;
/** A pause longer than this (a sleeping laptop) is not caught up with. */
const MOST_BEHIND_MS = 3_000;
/** How long the platform takes to show what it did, ms. */
const ECHO_MS = { from: 180, to: 900 } as const;
/** How long a dropped line stays down, ms. */
const DOWN_MS = { from: 3_000, to: 7_000 } as const;

/** Plays the show in real time and lets actions change it. */
export function connectDemo(context: ConnectContext<DemoSettings>): Connection {
  const { settings, clock } = context;
  const plan = ROOMS[settings.room];
  const show = createShow({
    seed: settings.seed,
    room: settings.room,
    rate: settings.rate,
    script: settings.script ?? plan.script,
  });
  const room = createRoomSimulator(settings);
  const luck = createDice(settings.seed ^ 0x5eed);

  let session = context.ids.next();
  let nextSeq = counter();
  let origin = clock.now();
  let upcoming = show.next();
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let made = 0;
  /** Echoes of actions, by when they are seen. */
  let echoes: readonly { readonly at: number; readonly draft: Draft }[] = [];
  let drop = nextDrop();
  let down: { readonly since: number; readonly until: number; lost: number } | null = null;

  function nextDrop(): number {
    return plan.dropsEveryMs === null
      ? Number.POSITIVE_INFINITY
      : clock.now() + luck.wait(plan.dropsEveryMs) + 15_000;
  }

  const event = (draft: Draft, at: number): LiveEvent => {
    const key = `${session}.${made++}`;
    const numbered =
      draft.kind === 'chat' ? { ...draft, body: { ...draft.body, messageId: `m.${key}` } } : draft;
    return makeEvent(
      { roomId: context.roomId, source: 'demo', session, historical: false, now: clock.now, nextSeq },
      'demo',
      numbered,
      {
        key,
        occurredAt: at,
        tsPrecision: 'ms',
        raw: { encoding: 'none', data: '' },
        parserVersion: 'demo@1',
      },
    );
  };

  /** What happened until now, in order of time. */
  const due = (now: number): readonly LiveEvent[] => {
    const happened: { readonly at: number; readonly draft: Draft }[] = [];
    while (origin + upcoming.atMs <= now) {
      const beat: Beat = upcoming;
      const at = origin + beat.atMs;
      upcoming = show.next();
      if (beat.sanction) room.obey(beat.sanction, at);
      if (!room.admits(beat, at)) continue;
      happened.push({ at, draft: beat.draft });
    }
    const seen = echoes.filter((echo) => echo.at <= now);
    if (seen.length > 0) echoes = echoes.filter((echo) => echo.at > now);
    const all = [...happened, ...seen].sort((a, b) => a.at - b.at);
    if (down !== null) {
      down.lost += all.length;
      return [];
    }
    return all.map(({ at, draft }) => event(draft, at));
  };

  const lineOf = (now: number): readonly LiveEvent[] => {
    if (down === null && now >= drop) {
      down = { since: now, until: now + luck.between(DOWN_MS.from, DOWN_MS.to), lost: 0 };
      context.status({ state: 'reconnecting', fault: fault('unreachable', '演示：连接被断开') });
    }
    if (down === null || now < down.until) return [];
    const body = { fromAt: down.since, toAt: now, reason: 'reconnect', estimate: down.lost };
    down = null;
    drop = nextDrop();
    session = context.ids.next();
    nextSeq = counter();
    context.status({ state: 'live' });
    return [event({ kind: 'gap', body }, now)];
  };

  const tick = async (): Promise<void> => {
    const now = clock.now();
    const behind = now - (origin + upcoming.atMs);
    if (behind > MOST_BEHIND_MS) origin += behind - TICK_MS;
    const happened = due(now);
    const events = [...lineOf(now), ...happened];
    if (events.length > 0) await context.emit(events);
  };

  const schedule = (afterMs: number): void => {
    if (closed) return;
    timer = setTimeout(() => {
      tick().then(
        () => schedule(TICK_MS),
        (error: unknown) => {
          context.log('error', `demo: ${String(error)}`);
          schedule(RETRY_MS);
        },
      );
    }, afterMs);
  };

  context.status({ state: 'live' });
  schedule(TICK_MS);

  return {
    perform: async (action: Action): Promise<PerformResult> => {
      if (closed) return { kind: 'failed', errorClass: 'transient', fault: fault('unreachable') };
      const now = clock.now();
      const { result, echoes: told } = room.perform(action, now, luck.next);
      const at = now + luck.between(ECHO_MS.from, ECHO_MS.to);
      echoes = [...echoes, ...told.map((draft, index) => ({ at: at + index, draft }))];
      return result;
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      context.status({ state: 'idle' });
    },
  };
}
