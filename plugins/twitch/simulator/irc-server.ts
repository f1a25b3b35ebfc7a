import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { type Playing, type PlayOptions, playLines } from './play-lines.ts';

/** A server that speaks Twitch's IRC over WebSocket, on loopback. */
export interface IrcSimulator {
  readonly host: string;
  readonly port: number;
  /** Everything clients said, in order. */
  readonly heard: readonly string[];
  /** Connections so far. */
  readonly connections: () => number;
  /** Clients that joined and can hear. */
  readonly listeners: () => number;
  /** Resolves when `n` clients have joined (now, or later). */
  readonly joined: (n?: number) => Promise<void>;
  /** Sends lines, in one frame, to every joined client. Returns how many clients got them. */
  readonly send: (...lines: readonly string[]) => number;
  /** Sends a recording in its own rhythm; `tmi-sent-ts` gives the time. */
  readonly play: (lines: readonly string[], options: PlayOptions) => Playing;
  /** Ends all connections without a close frame, after they received what was sent. */
  readonly cut: () => Promise<void>;
  /** Stops answering and sending (true), or goes on (false). What is sent meanwhile is lost. */
  readonly stall: (on: boolean) => void;
  /** Refuses new connections (true), or takes them again (false). */
  readonly refuse: (on: boolean) => void;
  /** Says RECONNECT, and cuts the old connections a moment later. */
  readonly askReconnect: () => Promise<void>;
  readonly notice: (msgId: string, text: string) => void;
  readonly close: () => Promise<void>;
}

export interface IrcSimulatorOptions {
  /** Channels that exist; a JOIN of another is ignored, as Twitch does. Default: any. */
  readonly channels?: readonly string[];
  /** `room-id` of the ROOMSTATE after a JOIN. */
  readonly roomId?: string;
  /** 0 picks a free port. */
  readonly port?: number;
}

/** Starts it. */
export async function startIrcSimulator(options: IrcSimulatorOptions = {}): Promise<IrcSimulator> {
  const heard: string[] = [];
  const clients = new Set<Client>();
  const waiting: { n: number; go: () => void }[] = [];
  let stalled = false;
  let refusing = false;
  let connections = 0;

  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    handleProtocols: (protocols) => (protocols.has('irc') ? 'irc' : false),
    verifyClient: () => !refusing,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });

  const listeners = () => [...clients].filter((client) => client.channel !== '').length;
  const onJoin = () => {
    for (const wait of waiting.splice(0)) {
      if (listeners() >= wait.n) wait.go();
      else waiting.push(wait);
    }
  };

  server.on('connection', (socket) => {
    connections += 1;
    const client: Client = { socket, nick: '', channel: '' };
    clients.add(client);
    socket.on('close', () => clients.delete(client));
    socket.on('error', () => clients.delete(client));
    socket.on('message', (data) => {
      if (stalled) return;
      for (const line of String(data).split(/\r?\n/).filter(Boolean)) {
        heard.push(line);
        const said = answer(client, line, options);
        if (said.length > 0) socket.send(`${said.join('\r\n')}\r\n`);
      }
      onJoin();
    });
  });

  const say = (lines: readonly string[]): number => {
    if (stalled) return 0;
    let reached = 0;
    for (const client of clients) {
      if (client.channel === '' || client.socket.readyState !== WebSocket.OPEN) continue;
      client.socket.send(`${lines.join('\r\n')}\r\n`);
      reached += 1;
    }
    return reached;
  };

  const cut = async () => {
    const leaving = [...clients];
    // From here on nothing reaches them, so that what was sent is what was received.
    clients.clear();
    await Promise.all(leaving.map((client) => received(client.socket)));
    for (const client of leaving) client.socket.terminate();
  };

  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    heard,
    connections: () => connections,
    listeners,
    joined: (n = 1) => (listeners() >= n ? Promise.resolve() : new Promise((go) => waiting.push({ n, go }))),
    send: (...lines) => say(lines),
    play: (lines, playOptions) => playLines(lines, playOptions, say),
    cut,
    stall: (on) => {
      stalled = on;
    },
    refuse: (on) => {
      refusing = on;
    },
    askReconnect: async () => {
      say([':tmi.twitch.tv RECONNECT']);
      await cut();
    },
    notice: (msgId, text) => {
      for (const client of clients) {
        client.socket.send(`@msg-id=${msgId} :tmi.twitch.tv NOTICE #${client.channel} :${text}\r\n`);
      }
    },
    close: async () => {
      for (const client of clients) client.socket.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Client {
  readonly socket: WebSocket;
  nick: string;
  /** Empty until it joined. */
  channel: string;
}

/** What the server says to one line of a client. */
function answer(client: Client, line: string, options: IrcSimulatorOptions): readonly string[] {
  const [command = '', ...rest] = line.split(' ');
  const argument = rest.join(' ').replace(/^:/, '');
  switch (command.toUpperCase()) {
    case 'CAP':
      return [`:tmi.twitch.tv CAP * ACK :${argument.replace(/^REQ :/, '')}`];
    case 'NICK':
      client.nick = argument.toLowerCase();
      return welcome(client.nick);
    case 'PING':
      return [`:tmi.twitch.tv PONG tmi.twitch.tv${argument === '' ? '' : ` :${argument}`}`];
    case 'JOIN':
      return join(client, argument.replace(/^#/, '').toLowerCase(), options);
    case 'PRIVMSG':
      return [refusal(client, rest)];
    default:
      return [];
  }
}

function join(client: Client, channel: string, options: IrcSimulatorOptions): readonly string[] {
  if (options.channels !== undefined && !options.channels.includes(channel)) return [];
  client.channel = channel;
  const who = `${client.nick}!${client.nick}@${client.nick}.tmi.twitch.tv`;
  const modes = `emote-only=0;followers-only=-1;r9k=0;room-id=${options.roomId ?? '1'};slow=0;subs-only=0`;
  return [
    `:${who} JOIN #${channel}`,
    `:${client.nick}.tmi.twitch.tv 353 ${client.nick} = #${channel} :${client.nick}`,
    `:${client.nick}.tmi.twitch.tv 366 ${client.nick} #${channel} :End of /NAMES list`,
    `@${modes} :tmi.twitch.tv ROOMSTATE #${channel}`,
  ];
}

/** Chat commands left IRC in 2023; anonymous clients cannot speak at all. */
function refusal(client: Client, rest: readonly string[]): string {
  const text = rest.slice(1).join(' ').replace(/^:/, '');
  const msgId = text.startsWith('/') ? 'unrecognized_cmd' : 'no_permission';
  return `@msg-id=${msgId} :tmi.twitch.tv NOTICE #${client.channel} :Unrecognized command: ${text}`;
}

function welcome(nick: string): readonly string[] {
  return [
    `:tmi.twitch.tv 001 ${nick} :Welcome, GLHF!`,
    `:tmi.twitch.tv 002 ${nick} :Your host is tmi.twitch.tv`,
    `:tmi.twitch.tv 003 ${nick} :This server is rather new`,
    `:tmi.twitch.tv 004 ${nick} :-`,
    `:tmi.twitch.tv 375 ${nick} :-`,
    `:tmi.twitch.tv 372 ${nick} :You are in a maze of twisty passages, all alike.`,
    `:tmi.twitch.tv 376 ${nick} :>`,
  ];
}

/** Waits until the client answered a WebSocket ping: it then has all that was sent before. */
function received(socket: WebSocket): Promise<void> {
  if (socket.readyState !== WebSocket.OPEN) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 1_000);
    const done = () => {
      clearTimeout(late);
      resolve();
    };
    socket.once('pong', done);
    socket.once('close', done);
    socket.ping();
  });
}
