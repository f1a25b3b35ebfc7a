import type { Gauges } from '../../shared/api/views.ts';
import { createStreams as createReading } from '../../shared/detect/streams.ts';
import type { Detector } from '../../shared/detect/types.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { Clock, Ids, Random } from '../../shared/domain/effects.ts';
import { fault } from '../../shared/domain/fault.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Room } from '../../shared/domain/room.ts';
import type { PluginDescription } from '../../shared/plugin/plugin.ts';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import type { Store } from '../store/store.ts';
import { createMembers } from './access/members.ts';
import { createActions } from './actions/service.ts';
import { createRouter } from './api/router.ts';
import { createDesk } from './desk.ts';
import { type Log, sleep } from './effects.ts';
import { createEscalations } from './escalations/service.ts';
import { createMemories } from './flags/memory.ts';
import { createFlags } from './flags/service.ts';
import { createLearning } from './learning/service.ts';
import { createPeople } from './people/card.ts';
import { createFacts } from './people/facts.ts';
import { createPipeline } from './pipeline/pipeline.ts';
import { createSeen } from './pipeline/seen.ts';
import { keptEpoch } from './push/kept-epoch.ts';
import { createPush } from './push/push.ts';
import { createReview } from './review/service.ts';
import { keepDetectors } from './rooms/detectors.ts';
import { createEmergency } from './rooms/emergency.ts';
import { createSourceMemories } from './rooms/memory.ts';
import { createRooms } from './rooms/service.ts';
import { createSignIns } from './rooms/sign-in.ts';
import { createStreams } from './rooms/streams.ts';
import { createRules } from './rules/index.ts';
import { createRoomFacts } from './rules/room-facts.ts';
import type { Services } from './services.ts';
import { createSettings } from './settings/settings.ts';
import { readGauges } from './stats/gauges.ts';
import { createLatencyMeter, createRateMeter } from './stats/latency.ts';
import { type BuiltInShop, createShop } from './support/connectors/service.ts';
import { type FileStore, memoryFiles } from './support/files.ts';
import { createSupport } from './support/index.ts';
import { besideSupport, followTalks } from './tickets/beside-talks.ts';
import { createTickets } from './tickets/service.ts';
import { startTimers } from './timers.ts';
import { hooksOf, type TicketHooks, ticketHooks } from './webhooks/hooks.ts';
import { createWebhookSender } from './webhooks/sender.ts';
import { createStoreOutbox } from './webhooks/store-outbox.ts';

/** What the core is given: everything it may not take for itself. */
export interface CoreDeps {
  readonly store: Store;
  readonly plugins: readonly PluginDescription[];
  readonly secretsOf: (roomId: string) => Secrets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly log: Log;
  readonly version: string;
  /** Where support attachments lie; in memory unless given. */
  readonly files?: FileStore | undefined;
  /** Shops that come with the demo. */
  readonly shops?: readonly BuiltInShop[] | undefined;
}

/** A running core. */
export interface Core {
  readonly services: Services;
  readonly router: ReturnType<typeof createRouter>;
  readonly log: Log;
  /** Status coming back from ticket systems. */
  readonly hooks: TicketHooks;
  /** Adds the room if it is not there yet. */
  readonly ensureRoom: (room: Room) => Promise<Result<Room>>;
  /** Connects every room that is enabled. */
  readonly connectAll: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const SEEN = 200_000;
const PAST_MODERATION = 1_000;

/** The one place where services are put together. */
export async function createCore(deps: CoreDeps): Promise<Core> {
  const { store, clock, ids, log } = deps;
  const plugins = new Map(deps.plugins.map((plugin) => [plugin.id, plugin]));
  const desk = await createDesk({ store, clock });
  const settings = await createSettings({ store, desk, clock });
  const members = await createMembers({ store, desk, clock, ids });
  const memories = await createMemories(store);
  const seen = createSeen(SEEN, await store.recentEventIds(SEEN));
  const facts = createFacts({ store, desk });
  const intakeLatency = createLatencyMeter();
  const flagLatency = createLatencyMeter();
  const eventRate = createRateMeter();
  const detectors = new Map<string, Detector>();
  const chatEpoch = await keptEpoch(store, ids, clock);

  const gauges = (): Gauges =>
    readGauges({
      flagLatency,
      intakeLatency,
      eventRate,
      pipeline,
      rooms,
      now: clock.now(),
      storeFault: desk.storeFault() ?? lastStoreFault,
    });
  let lastStoreFault: string | undefined;

  /** One for all rooms and for own rules: they read one message after the other. */
  const reading = createReading();
  const rules = await createRules({
    streams: reading,
    store,
    desk,
    clock,
    ids,
    log,
    memories,
    actions: () => actions,
    roomFacts: createRoomFacts({ store, runtimeOf: (roomId) => rooms.get(roomId) }),
    capabilitiesOf: (roomId) => rooms.get(roomId)?.capabilities ?? [],
    topSupporterFen: () => settings.current().topSupporterFen,
    count: (roomId, what) => rooms.count(roomId, what, 1),
    roomIds: () => rooms.all().map((runtime) => runtime.room.id),
  });
  const nextOffsets = await store.nextOffsets();
  const pipeline = createPipeline({
    store,
    desk,
    clock,
    ids,
    seen,
    facts,
    offsets: nextOffsets,
    detectorOf: (roomId) => detectors.get(roomId) ?? null,
    rules: rules.road,
    sla: () => {
      const { high, mid, low } = settings.current().sla;
      return { high: high * 1_000, mid: mid * 1_000, low: low * 1_000 };
    },
    onCommitted(rows) {
      lastStoreFault = undefined;
      eventRate.add(clock.now(), rows.length);
      push.chat(rows);
      learning.observe(rows);
      for (const row of rows) {
        rooms.observe(row.event);
        actions.observe(row.event);
      }
    },
    onDetectorFault: (event) => rooms.count(event.roomId, 'detector_failed', 1),
    onFailed(events, error) {
      lastStoreFault = error;
      log('error', 'events could not be stored', { events: events.length, error });
    },
    intakeLatency,
    flagLatency,
    log,
  });
  const sourceMemories = await createSourceMemories({ store, clock, pipeline: () => pipeline, seen });
  const streams = createStreams({ store, clock, ids });
  const rooms = await createRooms({
    store,
    desk,
    plugins,
    clock,
    ids,
    random: deps.random,
    secretsOf: deps.secretsOf,
    memoryOf: sourceMemories.of,
    accept: pipeline.accept,
    streams,
    log,
  });
  const actions = createActions({
    desk,
    clock,
    room: rooms.actionRoom,
    async pastModeration(roomId) {
      const page = await store.events({
        roomId,
        kinds: ['mod_action'],
        order: 'newest',
        limit: PAST_MODERATION,
      });
      return page.rows.flatMap(({ event }) => (event.kind === 'mod_action' ? [event] : [])).toReversed();
    },
  });
  const push = createPush({
    store,
    desk,
    clock,
    deskEpoch: ids.next(),
    chatEpoch,
    storedOffsets: Object.fromEntries(
      Object.entries(nextOffsets).map(([roomId, next]) => [roomId, next - 1]),
    ),
    rooms: rooms.views,
    roomName: (roomId) => rooms.get(roomId)?.room.name ?? roomId,
    streamerDelayMs: () => settings.current().streamerDelaySec * 1_000,
    gauges,
  });
  const pushRoom = (roomId: string): void => {
    const view = rooms.views().find((each) => each.room.id === roomId);
    push.change([view === undefined ? { kind: 'room_removed', roomId } : { kind: 'room', room: view }]);
  };
  rooms.onChange((roomId) => {
    if (rooms.get(roomId) === undefined) {
      rules.forgetRoom(roomId);
      if (detectors.delete(roomId)) background('learning', () => learning.unload(roomId));
    }
    pushRoom(roomId);
  });

  /** Work nobody waits for: when it fails it is logged and shown, and never ends the process. */
  const background = (what: string, work: () => Promise<unknown>): void => {
    void work().catch((error: unknown) => {
      if (closing) return;
      lastStoreFault = String(error);
      log('error', `${what} failed`, { error: String(error) });
    });
  };
  let closing = false;

  const learning = await createLearning({
    store,
    desk,
    clock,
    memories,
    rooms: () => rooms.all().map((runtime) => runtime.room),
    isConnected: (roomId) => rooms.get(roomId)?.connection !== null,
    detectorOf: (roomId) => detectors.get(roomId),
    defaultPerThousand: () => settings.current().detection.budgetPerThousand,
    maxAgeDays: () => settings.current().retention.maxAgeDays,
    log,
  });
  keepDetectors({ detectors, rooms, learning, settings, memories, reading });

  const webhooks = createWebhookSender({
    outbox: createStoreOutbox(store),
    hooks: () => [...hooksOf(settings.current()), ...support.hooks()],
    fetch,
    clock,
    ids,
    random: deps.random,
    sleep,
    log,
    onSettled(row, answer) {
      if (row.ticketId === undefined) return;
      const failed = row.lastError === undefined ? {} : { fault: fault('unreachable', row.lastError) };
      const external = {
        delivery: row.state,
        ...(answer.externalId === undefined ? {} : { id: answer.externalId }),
        ...(answer.url === undefined ? {} : { url: answer.url }),
        ...failed,
      };
      const { ticketId } = row;
      background('ticket delivery', () => tickets.setExternal(ticketId, external));
    },
  });
  const tickets = await createTickets({
    store,
    desk,
    clock,
    ids,
    ...besideSupport({
      support: () => support,
      shop: () => shop,
      clock,
      departments: () => settings.current().departments,
    }),
    members: members.list,
    roomName: (roomId) => rooms.get(roomId)?.room.name ?? roomId,
    webhooks,
  });
  const flags = createFlags({ desk, clock, ids, memories });
  const people = createPeople({ store, desk, clock, ids });
  const support = await createSupport({
    store,
    desk,
    clock,
    ids,
    files: deps.files ?? memoryFiles(),
    webhooks,
    log,
    fetch,
    actions,
    tickets: () => tickets,
    people,
    flags,
    roomName: (roomId) => rooms.get(roomId)?.room.name,
    streamId: (roomId) => rooms.get(roomId)?.streamId,
    memberName: (id) => members.list().find((member) => member.id === id)?.name,
  });
  const shop = createShop({
    settings: support.settings,
    secrets: deps.secretsOf('shop'),
    builtIn: deps.shops ?? [],
    desk,
    clock,
    ids,
  });
  const ticketTalks = followTalks({ store, tickets, support, push, log });
  await webhooks.start();
  const services: Services = {
    store,
    desk,
    clock,
    members,
    rooms,
    plugins,
    signIns: createSignIns({ rooms, plugins, secretsOf: deps.secretsOf, fetch, clock, desk }),
    emergency: await createEmergency({
      store,
      desk,
      rooms,
      actions,
      settings: settings.current,
      clock,
      ids,
      onChange: pushRoom,
    }),
    flags,
    actions,
    tickets,
    escalations: createEscalations({ desk, clock, answered: support.escalating.answered }),
    people,
    support,
    learning,
    shop,
    ticketTalks,
    review: createReview(store),
    settings,
    push,
    rules,
    version: deps.version,
  };

  const retain = async (): Promise<void> => {
    const { maxAgeDays, maxGigabytes } = settings.current().retention;
    const removed = await store.retain({ now: clock.now(), maxAgeDays, maxBytes: maxGigabytes * 1e9 });
    if (removed.length > 0) log('info', 'old days removed', { removed });
  };
  const stopTimers = startTimers({ services, streams, sourceMemories, gauges, retain, background });

  return {
    services,
    router: createRouter(services),
    log,
    hooks: ticketHooks({
      settings: settings.current,
      clock,
      tickets,
      takeNonce: sourceMemories.of('hooks').takeNonce,
    }),
    async ensureRoom(room) {
      const found = rooms.get(room.id);
      return found === undefined ? rooms.add(room, SYSTEM) : { ok: true, value: found.room };
    },
    async connectAll() {
      for (const runtime of rooms.all()) {
        if (!runtime.room.enabled || runtime.connection !== null) continue;
        const opened = await rooms.connect(runtime.room.id, SYSTEM);
        if (!opened.ok)
          log('warn', 'room could not be connected', { roomId: runtime.room.id, fault: opened.fault });
      }
      await actions.recover();
      await retain();
    },
    async close() {
      closing = true;
      stopTimers();
      actions.close();
      // Whatever cannot be finished, the files are closed.
      for (const finish of [
        rooms.closeAll,
        webhooks.stop,
        () => pipeline.flushed(),
        rules.close,
        learning.close,
      ])
        await finish().catch((error: unknown) => log('error', 'closing', { error: String(error) }));
      await store.close();
    },
  };
}
