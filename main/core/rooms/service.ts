import type { RoomView } from '../../../shared/api/views.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids, Random } from '../../../shared/domain/effects.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type {
  PluginDescription,
  ReplayCommand,
  ReplayPosition,
  SourceMemory,
} from '../../../shared/plugin/plugin.ts';
import type { Secrets } from '../../../shared/plugin/secrets.ts';
import type { Store } from '../../store/store.ts';
import type { ActionRoom } from '../actions/service.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Log } from '../effects.ts';
import { createTurns } from '../turns.ts';
import { attentionOf, hearingOf } from './attention.ts';
import { gapBetween } from './gap.ts';
import { bump, createRuntime, observeRoom, type RoomRuntime, viewOf } from './runtime.ts';
import type { Streams } from './streams.ts';
import { type TrialResult, tryOut } from './trial.ts';

/** Rooms and their sources. */
export interface Rooms {
  readonly add: (room: Room, by: Actor) => Promise<Result<Room>>;
  readonly update: (room: Omit<Room, 'createdAt'>, by: Actor) => Promise<Result<Room>>;
  readonly remove: (roomId: string, by: Actor) => Promise<Result<null>>;
  readonly connect: (roomId: string, by: Actor) => Promise<Result<null>>;
  readonly disconnect: (roomId: string, by: Actor) => Promise<Result<null>>;
  readonly control: (roomId: string, command: ReplayCommand) => Result<ReplayPosition>;
  readonly get: (roomId: string) => RoomRuntime | undefined;
  readonly all: () => readonly RoomRuntime[];
  readonly views: () => readonly RoomView[];
  readonly actionRoom: (roomId: string) => ActionRoom | null;
  readonly observe: (event: LiveEvent) => void;
  readonly count: (roomId: string, what: string, n: number) => void;
  /** Tells listeners when a room's own state changed (status, modes, settings). */
  readonly onChange: (listener: (roomId: string) => void) => () => void;
  readonly onConnecting: (listener: (room: Room) => Promise<void>) => () => void;
  /** Tries a source for up to `forMs`, storing nothing. */
  readonly test: (plugin: string, settings: unknown, forMs: number) => Promise<Result<TrialResult>>;
  readonly closeAll: () => Promise<void>;
}

/** What rooms need of the rest. */
export interface RoomsDeps {
  readonly store: Store;
  readonly desk: Desk;
  readonly plugins: ReadonlyMap<string, PluginDescription>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly secretsOf: (roomId: string) => Secrets;
  readonly memoryOf: (roomId: string) => SourceMemory;
  readonly accept: (events: readonly LiveEvent[]) => Promise<void>;
  readonly streams: Streams;
  readonly log: Log;
}

/** Sources that lose nothing while nobody reads them: recordings, and platforms that send again. */
const RESUMES: ReadonlySet<string> = new Set(['replay', 'ingress']);

/** Loads the rooms; connects none of them yet. */
export async function createRooms(deps: RoomsDeps): Promise<Rooms> {
  const { store, desk, plugins, clock } = deps;
  const runtimes = new Map<string, RoomRuntime>();
  const listeners = new Set<(roomId: string) => void>();
  const connecting = new Set<(room: Room) => Promise<void>>();
  /** Connecting twice at once would leave a connection that nobody closes. */
  const turns = createTurns();
  /** What a closed connection still says of itself counts no more. */
  const lines = new Map<string, { isOpen: boolean }>();
  for (const room of (await store.list({ table: 'rooms', limit: 1_000, order: 'oldest' })).rows) {
    runtimes.set(room.id, createRuntime(room, clock.now()));
  }
  const changed = (roomId: string): void => {
    for (const listener of listeners) listener(roomId);
  };
  const checkSettings = (room: Pick<Room, 'plugin' | 'settings'>): Result<unknown> => {
    const plugin = plugins.get(room.plugin);
    if (plugin === undefined) return fail(fault('invalid', `plugin ${room.plugin}`));
    const parsed = plugin.settings.safeParse(room.settings);
    return parsed.success
      ? ok(parsed.data)
      : fail(
          fault(
            'invalid',
            parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
          ),
        );
  };
  const save = async (room: Room, by: Actor, what: string): Promise<Result<Room>> => {
    const checked = checkSettings(room);
    if (!checked.ok) return checked;
    const saved = await desk.commit(
      [],
      [auditOf(clock.now(), by, what, { roomId: room.id, detail: `${room.plugin} ${room.name}` })],
      [{ op: 'put', table: 'rooms', row: room }],
    );
    return saved.ok ? ok(room) : saved;
  };

  const open = async (runtime: RoomRuntime): Promise<Result<null>> => {
    const { room } = runtime;
    const plugin = plugins.get(room.plugin);
    const settings = checkSettings(room);
    if (!settings.ok) return settings;
    if (plugin === undefined) return fail(fault('invalid', room.plugin));
    if (runtime.connection !== null) return ok(null);
    for (const prepare of connecting) await prepare(room);
    const silentSince = await deps.streams.begin(runtime);
    if (silentSince !== null && !RESUMES.has(plugin.id))
      await deps.accept([gapBetween(room, plugin.platform, silentSince, clock.now(), deps.ids.next())]);
    runtime.capabilities = plugin.capabilities(settings.value);
    runtime.status = { state: 'connecting', since: clock.now() };
    const line = { isOpen: true };
    lines.set(room.id, line);
    runtime.connection = plugin.connect({
      roomId: room.id,
      settings: settings.value,
      clock,
      ids: deps.ids,
      random: deps.random,
      secrets: deps.secretsOf(room.id),
      memory: deps.memoryOf(room.id),
      emit: deps.accept,
      status: (status) => {
        if (!line.isOpen) return;
        runtime.status = { ...status, since: clock.now() };
        changed(room.id);
      },
      count: (what, n = 1) => bump(runtime, what, n),
      log: (level, text) => deps.log(level, text, { roomId: room.id }),
    });
    changed(room.id);
    return ok(null);
  };
  const shut = async (runtime: RoomRuntime): Promise<void> => {
    const { connection } = runtime;
    if (connection === null) return;
    runtime.connection = null;
    const line = lines.get(runtime.room.id);
    if (line !== undefined) line.isOpen = false;
    await connection.close();
    runtime.status = { state: 'idle', since: clock.now() };
    await deps.streams.save(runtime, true);
    changed(runtime.room.id);
  };
  const shutOf = async (roomId: string): Promise<void> => {
    const runtime = runtimes.get(roomId);
    if (runtime !== undefined) await shut(runtime);
  };
  const withRoom = <T>(
    roomId: string,
    work: (runtime: RoomRuntime) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    turns.take(roomId, async () => {
      const runtime = runtimes.get(roomId);
      return runtime === undefined ? fail(fault('not_found', roomId)) : work(runtime);
    });

  return {
    add: (room, by) =>
      turns.take(room.id, async () => {
        if (runtimes.has(room.id)) return fail(fault('conflict', room.id));
        const saved = await save(room, by, 'room.add');
        if (!saved.ok) return saved;
        const runtime = createRuntime(room, clock.now());
        runtimes.set(room.id, runtime);
        changed(room.id);
        if (room.enabled) {
          const opened = await open(runtime);
          if (!opened.ok) return opened;
        }
        return saved;
      }),
    update: (room, by) =>
      withRoom(room.id, async (runtime) => {
        const saved = await save({ ...room, createdAt: runtime.room.createdAt }, by, 'room.update');
        if (!saved.ok) return saved;
        await shut(runtime);
        runtime.room = saved.value;
        const opened = room.enabled ? await open(runtime) : ok(null);
        changed(room.id);
        return opened.ok ? saved : opened;
      }),
    remove: (roomId, by) =>
      withRoom(roomId, async (runtime) => {
        await shut(runtime);
        const saved = await desk.commit(
          [],
          [auditOf(clock.now(), by, 'room.remove', { roomId })],
          [{ op: 'delete', table: 'rooms', id: roomId }],
        );
        if (!saved.ok) return saved;
        runtimes.delete(roomId);
        lines.delete(roomId);
        changed(roomId);
        return ok(null);
      }),
    connect: (roomId, by) =>
      withRoom(roomId, async (runtime) => {
        const opened = await open(runtime);
        return opened.ok ? desk.commit([], [auditOf(clock.now(), by, 'room.connect', { roomId })]) : opened;
      }),
    disconnect: (roomId, by) =>
      withRoom(roomId, async (runtime) => {
        await shut(runtime);
        return desk.commit([], [auditOf(clock.now(), by, 'room.disconnect', { roomId })]);
      }),
    control(roomId, command) {
      const control = runtimes.get(roomId)?.connection?.control;
      return control === undefined ? fail(fault('unsupported')) : control(command);
    },
    get: (roomId) => runtimes.get(roomId),
    all: () => [...runtimes.values()],
    views() {
      const now = clock.now();
      const open = Map.groupBy(
        [...desk.flags.values()].filter((flag) => flag.state !== 'resolved'),
        (flag) => flag.roomId,
      );
      const scored = [...runtimes.values()].map((runtime) => ({
        runtime,
        flags: open.get(runtime.room.id) ?? [],
        attention: attentionOf(open.get(runtime.room.id) ?? [], hearingOf(runtime.status.state), now),
      }));
      const order = scored.toSorted((a, b) => b.attention.score - a.attention.score);
      const ranks = new Map(order.map((each, index) => [each, index + 1]));
      return scored.map((each) =>
        viewOf(each.runtime, each.flags.length, ranks.get(each) ?? 0, each.attention.why, now),
      );
    },
    actionRoom(roomId) {
      const runtime = runtimes.get(roomId);
      if (runtime === undefined) return null;
      const { connection } = runtime;
      return {
        capabilities: runtime.capabilities,
        modes: runtime.modes,
        perform: connection === null ? null : (action: Action) => connection.perform(action),
      };
    },
    observe(event) {
      const runtime = runtimes.get(event.roomId);
      if (runtime !== undefined) observeRoom(runtime, event, clock.now());
    },
    count(roomId, what, n) {
      const runtime = runtimes.get(roomId);
      if (runtime !== undefined) bump(runtime, what, n);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnecting(listener) {
      connecting.add(listener);
      return () => connecting.delete(listener);
    },
    test: (plugin, settings, forMs) => tryOut(deps, plugin, settings, forMs),
    async closeAll() {
      await Promise.all([...runtimes.keys()].map((roomId) => turns.take(roomId, () => shutOf(roomId))));
    },
  };
}
