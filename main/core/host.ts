import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Clock, Ids, Random } from '../../shared/domain/effects.ts';
import { fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Room } from '../../shared/domain/room.ts';
import type { PluginDescription } from '../../shared/plugin/plugin.ts';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { type Caller, LOCAL_OWNER } from './access/members.ts';
import { bugLogger } from './api/bug-log.ts';
import { type Core, createCore } from './core.ts';
import { type Log, systemClock, systemIds, systemRandom } from './effects.ts';
import { PLUGINS } from './plugins.ts';
import { demoRooms } from './rooms/demo-rooms.ts';
import { roomFromArgument } from './rooms/from-argument.ts';
import { startDemoShop } from './support/connectors/demo.ts';
import { diskFiles } from './support/files.ts';

/** How a core is started, on a desktop, as a hub or in a test. */
export interface CoreOptions {
  /** Folder of the database files; made where it is missing. */
  readonly dataDir: string;
  /** Run the seeded show rooms. */
  readonly demo: boolean;
  /** `twitch:<channel>` or `replay:<file>`. */
  readonly rooms: readonly string[];
  readonly secretsOf: (roomId: string) => Secrets;
  readonly log: Log;
  readonly version: string;
  readonly workerUrl?: URL | undefined;
  readonly plugins?: readonly PluginDescription[] | undefined;
  readonly clock?: Clock | undefined;
  readonly ids?: Ids | undefined;
  readonly random?: Random | undefined;
}

/** A core with its doors. */
export interface HostedCore extends Core {
  /** Serves the API on a port that a page holds the other end of. */
  readonly connectPort: (port: SupportedMessagePort, caller?: Caller) => void;
}

/** Opens the store, composes the services, connects the rooms. Faults: `store_newer`, `store_failed`, `invalid`. */
export async function startCore(options: CoreOptions): Promise<Result<HostedCore>> {
  const clock = options.clock ?? systemClock;
  const ids = options.ids ?? systemIds;
  const wanted: Room[] = options.demo ? [...demoRooms(clock.now())] : [];
  for (const argument of options.rooms) {
    const room = roomFromArgument(argument, clock.now());
    if (!room.ok) return room;
    wanted.push(room.value);
  }
  try {
    mkdirSync(options.dataDir, { recursive: true });
  } catch (error) {
    return fail(fault('store_failed', String(error)));
  }
  const store = await openSqliteStore({
    dir: options.dataDir,
    clock,
    log: (text) => options.log('info', text),
    ...(options.workerUrl === undefined ? {} : { workerUrl: options.workerUrl }),
  });
  if (!store.ok) return store;
  // Its orders are made up: only the demo's own rooms may see them.
  const demoIds = demoRooms(clock.now()).map((room) => room.id);
  const demoShop = options.demo ? await startDemoShop(clock, demoIds) : null;
  const made = await createCore({
    store: store.value,
    plugins: options.plugins ?? PLUGINS,
    secretsOf: options.secretsOf,
    clock,
    ids,
    random: options.random ?? systemRandom,
    log: options.log,
    version: options.version,
    files: diskFiles(join(options.dataDir, 'attachments')),
    ...(demoShop === null ? {} : { shops: [demoShop.shop] }),
  });
  const core: Core = {
    ...made,
    async close() {
      await demoShop?.close();
      await made.close();
    },
  };
  for (const room of wanted) {
    const added = await core.ensureRoom({ ...room, enabled: false });
    if (!added.ok) {
      // Open files would keep the process alive after it said what is wrong.
      await core.close();
      return added;
    }
    const connected = await core.services.rooms.connect(room.id, {
      kind: 'system',
      id: 'system',
      name: 'Changkong',
    });
    if (!connected.ok)
      options.log('warn', 'room could not be connected', { roomId: room.id, fault: connected.fault });
  }
  await core.connectAll();

  const handler = new RPCHandler(core.router, { interceptors: [onError(bugLogger(options.log))] });
  return ok({
    ...core,
    connectPort(port, caller = LOCAL_OWNER) {
      handler.upgrade(port, {
        context: {
          caller,
          transport: 'local',
          room: () => Promise.resolve(),
          stands: () => core.services.members.stands(caller.id),
        },
      });
    },
  });
}
