import type { SupportedMessagePort } from '@orpc/client/message-port';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { Clock } from '../../shared/domain/effects.ts';
import { exhaustive, type Result } from '../../shared/domain/result.ts';
import { type Caller, LOCAL_OWNER } from './access/members.ts';
import type { Log } from './effects.ts';
import type { CoreOptions, HostedCore } from './host.ts';
import { createShellSecrets } from './shell-secrets.ts';
import type { CoreStart, FromCore, PortOwner, ToCore } from './utility-protocol.ts';

/** A port as a utilityProcess gets it: it is silent until it is started. */
export type OwnedPort = SupportedMessagePort & { readonly start: () => void };

export interface ShellLinkDeps {
  readonly tell: (message: FromCore) => void;
  readonly start: (options: CoreOptions) => Promise<Result<HostedCore>>;
  /** Ends this process. */
  readonly exit: (code: number) => void;
  readonly clock: Clock;
}

/** Sleeping longer than this breaks connections that do not know it yet. */
const SLEPT_MS = 15_000;

/** Hears the shell. Messages are heard in order; ports that come before the core is up wait for it. */
export function linkToShell(deps: ShellLinkDeps): (message: ToCore, ports: readonly OwnedPort[]) => void {
  const { tell, exit, clock } = deps;
  const secrets = createShellSecrets(tell);
  const log: Log = (level, text, detail) =>
    tell({ kind: 'log', level, text: detail === undefined ? text : `${text} ${JSON.stringify(detail)}` });
  const waiting: { readonly owner: PortOwner; readonly port: OwnedPort }[] = [];
  let core: HostedCore | null = null;
  let stopping = false;
  let suspendedAt = 0;

  const start = async (wanted: CoreStart): Promise<void> => {
    const started = await deps.start({ ...wanted, secretsOf: () => secrets, log });
    if (!started.ok) {
      tell({ kind: 'refused', fault: started.fault });
      exit(0);
      return;
    }
    if (stopping) {
      await started.value.close();
      exit(0);
      return;
    }
    core = started.value;
    tell({ kind: 'started' });
    for (const { owner, port } of waiting.splice(0)) connect(core, owner, port);
  };

  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    if (core === null) return;
    await core.close();
    exit(0);
  };

  return (message, ports) => {
    switch (message.kind) {
      case 'start':
        void start(message.start);
        break;
      case 'port': {
        const [port] = ports;
        if (port === undefined) break;
        if (core === null) waiting.push({ owner: message.owner, port });
        else connect(core, message.owner, port);
        break;
      }
      case 'secret':
        secrets.answered(message);
        break;
      case 'power':
        if (message.state === 'suspend') suspendedAt = clock.now();
        else if (core !== null && clock.now() - suspendedAt >= SLEPT_MS) void reconnect(core);
        break;
      case 'ask_gauges': {
        const storedEvents = core?.services.store.gauges().events ?? 0;
        tell({ kind: 'gauges', id: message.id, storedEvents });
        break;
      }
      case 'stop':
        void stop();
        break;
      default:
        exhaustive(message);
    }
  };
}

function connect(core: HostedCore, owner: PortOwner, port: OwnedPort): void {
  core.connectPort(port, callerOf(owner));
  port.start();
}

/** What a window's page may do: a streamer's window no more than a streamer, in its room alone. */
export function callerOf(owner: PortOwner): Caller {
  if (owner.window !== 'streamer') return LOCAL_OWNER;
  return { ...LOCAL_OWNER, roles: ['streamer'], roomIds: owner.roomId === undefined ? [] : [owner.roomId] };
}

const NEAR = new Set(['demo', 'replay', 'ingress']);

/** After a sleep the platforms have long dropped us; connecting anew shows the gap at once. */
async function reconnect(core: HostedCore): Promise<void> {
  const { rooms } = core.services;
  for (const { room, connection } of rooms.all()) {
    if (connection === null || NEAR.has(room.plugin)) continue;
    await rooms.disconnect(room.id, SYSTEM);
    await rooms.connect(room.id, SYSTEM);
  }
}
