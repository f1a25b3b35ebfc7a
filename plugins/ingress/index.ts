import type { Dispose } from '../../shared/domain/effects.ts';
import { fault } from '../../shared/domain/fault.ts';
import type {
  ConnectContext,
  Connection,
  PerformResult,
  PluginDescription,
  PluginHttpRequest,
  PluginHttpResponse,
  PluginSocket,
} from '../../shared/plugin/plugin.ts';
import { checkCallbackUrl } from './callback-url.ts';
import { ingressCapabilities } from './capabilities.ts';
import { createGate, secretReader } from './gate.ts';
import { createHttpDoor } from './http-door.ts';
import { createVolatileMemory } from './memory.ts';
import { CALL_TIMEOUT_MS, call } from './perform.ts';
import { refuse } from './protocol.ts';
import { INGRESS_SAMPLES } from './samples.ts';
import { type IngressSettings, IngressSettingsSchema } from './settings.ts';
import { CLOSE, createSocketDoor } from './socket-door.ts';
import { createTaker } from './taker.ts';

/** Sockets of one room at once. */
const MAX_SOCKETS = 32;

/** A connection that always has both doors. */
export interface IngressConnection extends Connection {
  readonly http: (request: PluginHttpRequest) => Promise<PluginHttpResponse>;
  readonly socket: (socket: PluginSocket) => Dispose;
}

/** What the plugin takes from its surroundings. */
export interface IngressEffects {
  readonly fetch: typeof fetch;
  /** Milliseconds a call to the platform may take; {@link CALL_TIMEOUT_MS} unless told. */
  readonly timeoutMs?: number;
  /** Milliseconds a socket may take to say hello; 10,000 unless told. */
  readonly helloMs?: number;
}

/** The plugin's description; its connections have both doors. */
export interface IngressPlugin extends PluginDescription<IngressSettings> {
  readonly connect: (context: ConnectContext<IngressSettings>) => IngressConnection;
}

/** Makes the plugin for a platform's own events, sent to us signed by HTTP or WebSocket. */
export function createIngress(effects: IngressEffects): IngressPlugin {
  return {
    id: 'ingress',
    platform: 'ingress',
    name: { zh: '平台推送', en: 'Platform push' },
    settings: IngressSettingsSchema,
    capabilities: ingressCapabilities,
    samples: INGRESS_SAMPLES,
    connect: (context) => connect(context, effects),
  };
}

/** The plugin as the core registers it. */
export const ingress = createIngress({ fetch: (input, init) => fetch(input, init) });

function connect(context: ConnectContext<IngressSettings>, effects: IngressEffects): IngressConnection {
  const memory = context.memory ?? createVolatileMemory(context.clock);
  const gate = createGate(context, memory);
  const taker = createTaker(context, memory, context.ids.next());
  const door = createHttpDoor(context, gate, taker);
  const serveSocket = createSocketDoor(context, gate, taker, effects.helloMs ?? 10_000);
  const sockets = new Set<Dispose>();
  const { settings } = context;
  const ownSecret = secretReader(context, settings.secret, settings.secretName);
  const callSecret = secretReader(context, settings.callbackSecret, settings.callbackSecretName);
  let closed = false;
  context.status({ state: 'waiting' });
  return {
    http: async (request) => (closed ? refuse(fault('unreachable', 'the room is closing')) : door(request)),
    socket(socket) {
      if (closed || sockets.size >= MAX_SOCKETS) {
        socket.close(closed ? CLOSE.goingAway : CLOSE.tryLater, closed ? 'room closed' : 'too many sockets');
        return () => undefined;
      }
      const leave = serveSocket(socket);
      sockets.add(leave);
      const forget = socket.onClose(() => sockets.delete(leave));
      return () => {
        forget();
        sockets.delete(leave);
        leave();
      };
    },
    async perform(action): Promise<PerformResult> {
      const offered = ingressCapabilities(settings).find((entry) => entry.action === action.kind);
      if (offered?.mode !== 'api' || settings.callbackUrl === undefined)
        return { kind: 'failed', errorClass: 'unsupported', fault: fault('unsupported') };
      const url = checkCallbackUrl(settings.callbackUrl, settings.allowPrivateNetwork);
      if (!url.ok) return { kind: 'failed', errorClass: 'invalid', fault: url.fault };
      const secret = (await callSecret()) ?? (await ownSecret());
      if (secret === null)
        return {
          kind: 'failed',
          errorClass: 'auth_expired',
          fault: fault('auth_expired', 'no secret is set'),
        };
      const timeoutMs = effects.timeoutMs ?? CALL_TIMEOUT_MS;
      return call(action, { ...context, url: url.value, secret, fetch: effects.fetch, timeoutMs });
    },
    async close() {
      closed = true;
      for (const leave of [...sockets]) leave();
      sockets.clear();
      context.status({ state: 'ended' });
    },
  };
}
