import type { LiveEvent } from '../../shared/domain/event.ts';
import { fault } from '../../shared/domain/fault.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { counter } from '../../shared/formats/index.ts';
import type { ConnectContext, Connection, ReplayCommand } from '../../shared/plugin/plugin.ts';
import { createPlayhead } from './playhead.ts';
import { replayed } from './rebase.ts';
import { openRecording, type Recording } from './recording.ts';
import type { ReplaySettings } from './settings.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** How often it is looked whether something is due, ms. */
const TICK_MS = 40;
/** Events handed over at once. */
const MOST_BATCH = 500;

/** Plays a recording into a room in its own rhythm. */
export function connectReplay(context: ConnectContext<ReplaySettings>): Connection {
  const { settings, clock } = context;
  const timeline = createTimeline(settings.capSilenceSec * 1000);
  const head = createPlayhead(settings.startAtMs, settings.speed, false, clock.now());
  let recording: Recording | null = null;
  let session = context.ids.next();
  let nextSeq = counter();
  /** The event to play next, and its place in the recording. */
  let upcoming: LiveEvent | null = null;
  let index = 0;
  let ready = false;
  let closed = false;
  let ended = false;
  let seekTo: number | null = settings.startAtMs;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (): Recording => openRecording(settings.file, settings.format, context.roomId);

  const advance = async (): Promise<void> => {
    upcoming = (await recording?.next()) ?? null;
  };

  /** Goes to a place; backwards means reading again, with ids of a new run. */
  const seek = async (atMs: number): Promise<void> => {
    ended = false;
    if (recording === null || timeline.at(index) > atMs) {
      recording?.close();
      recording = open();
      index = 0;
      session = context.ids.next();
      nextSeq = counter();
      await advance();
    }
    while (upcoming !== null && timeline.at(index) < atMs && !closed && seekTo === null) {
      index++;
      await advance();
    }
  };

  const playDue = async (): Promise<void> => {
    const until = head.position(clock.now());
    const batch: LiveEvent[] = [];
    while (upcoming !== null && timeline.at(index) <= until && batch.length < MOST_BATCH && seekTo === null) {
      const run = { roomId: context.roomId, session, seq: nextSeq(), now: clock.now() };
      if (upcoming.kind === 'unknown') context.count('unknown_kind');
      batch.push(replayed(upcoming, { ...run, rebase: settings.rebase }));
      index++;
      await advance();
    }
    if (batch.length > 0 && !closed) await context.emit(batch);
  };

  const finish = (): void => {
    if (settings.loop && timeline.size() > 0) {
      seekTo = 0;
      head.jump(0, clock.now());
      return;
    }
    if (ended) return;
    ended = true;
    head.pause(clock.now());
    head.jump(timeline.lengthMs(), clock.now());
    context.status({ state: 'ended' });
  };

  const tick = async (): Promise<void> => {
    if (!ready) await begin();
    // A newer order may come while the file is read.
    while (seekTo !== null && !closed) {
      const target = seekTo;
      seekTo = null;
      await seek(target);
      if (seekTo === null) head.jump(target, clock.now());
    }
    if (head.state(clock.now()).playing) await playDue();
    if (upcoming === null && seekTo === null) finish();
  };

  const begin = async (): Promise<void> => {
    context.status({ state: 'connecting' });
    await readTimeline(open(), timeline, context, () => closed);
    ready = true;
    if (!settings.paused) head.play(clock.now());
    context.status({ state: 'live' });
  };

  const schedule = (): void => {
    if (closed) return;
    timer = setTimeout(() => {
      tick().then(schedule, (error: unknown) => {
        closed = true;
        const detail = `${settings.file}: ${String((error as Error).message)}`;
        context.status({ state: 'failed', fault: fault('not_found', detail) });
        context.log('error', `replay: ${detail}`);
      });
    }, TICK_MS);
  };

  schedule();

  const control = (command: ReplayCommand) => {
    const now = clock.now();
    switch (command.kind) {
      case 'position':
        break;
      case 'play':
        if (ended) seekTo = 0;
        if (ended) head.jump(0, now);
        head.play(now);
        if (ended) context.status({ state: 'live' });
        break;
      case 'pause':
        head.pause(now);
        break;
      case 'speed':
        if (!(command.speed >= 0.1 && command.speed <= 100)) {
          return fail(fault('invalid', `speed ${command.speed} is not between 0.1 and 100`));
        }
        head.setSpeed(command.speed, now);
        break;
      case 'seek': {
        const most = ready ? timeline.lengthMs() : Number.POSITIVE_INFINITY;
        const target = Math.min(Math.max(0, command.atMs), most);
        if (ended) context.status({ state: 'live' });
        seekTo = target;
        head.jump(target, now);
        break;
      }
    }
    const { atMs, ...rest } = head.state(now);
    const lengthMs = timeline.lengthMs();
    return ok({ ...rest, atMs: Math.min(atMs, lengthMs), lengthMs });
  };

  return {
    control,
    perform: async () => ({
      kind: 'failed',
      errorClass: 'unsupported',
      fault: fault('unsupported', '录制内容不能操作；隐藏与标记在本地有效'),
    }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      recording?.close();
      context.status({ state: 'idle' });
    },
  };
}

/** Reads the whole file once for its times and counters. */
async function readTimeline(
  recording: Recording,
  timeline: Timeline,
  context: ConnectContext<ReplaySettings>,
  isClosed: () => boolean,
): Promise<void> {
  try {
    for (let event = await recording.next(); event !== null && !isClosed(); event = await recording.next()) {
      timeline.add(event);
    }
    const { refused } = recording.counters();
    if (refused > 0) context.count('refused', refused);
  } finally {
    recording.close();
  }
}
