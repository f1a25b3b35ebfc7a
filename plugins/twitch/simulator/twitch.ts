import { WANTED_SCOPES, writeAccount } from '../account/account.ts';
import { type TwitchSettings, TwitchSettingsSchema } from '../settings.ts';
import { type HelixOptions, type HelixSimulator, startHelixSimulator } from './helix-server.ts';
import { type IrcSimulator, startIrcSimulator } from './irc-server.ts';

export interface TwitchSimulatorOptions
  extends Pick<
    HelixOptions,
    'bucket' | 'clientId' | 'tokenLifeSec' | 'deviceIntervalSec' | 'delayMs' | 'now'
  > {
  /** Default `sample`. */
  readonly channel?: string;
  readonly broadcasterId?: string;
  /** The account that acts; a moderator of the channel. */
  readonly moderator?: { readonly id: string; readonly login: string };
}

/** Chat and Helix of one channel: what is done by Helix is heard in chat. */
export interface TwitchSimulator {
  readonly irc: IrcSimulator;
  readonly helix: HelixSimulator;
  /** A room's settings that lead here. */
  readonly settings: TwitchSettings;
  /** The acting account. */
  readonly moderator: { readonly id: string; readonly login: string };
  /** Makes a signed-in account, as the text that goes into the secret `twitch:<login>`. */
  readonly signedIn: (scopes?: readonly string[]) => { readonly name: string; readonly value: string };
  /** A viewer says something: sent to chat, and known to Helix so that it can be deleted. */
  readonly viewerSays: (viewer: SimViewer, text: string) => string;
  readonly close: () => Promise<void>;
}

export interface SimViewer {
  readonly id: string;
  readonly login: string;
}

/** Starts both servers on free ports of 127.0.0.1. */
export async function startTwitchSimulator(options: TwitchSimulatorOptions = {}): Promise<TwitchSimulator> {
  const channel = options.channel ?? 'sample';
  const broadcasterId = options.broadcasterId ?? '100';
  const moderator = options.moderator ?? { id: '900', login: 'modone' };
  const irc = await startIrcSimulator({ channels: [channel], roomId: broadcasterId });
  const helix = await startHelixSimulator({
    ...options,
    channel,
    broadcasterId,
    moderators: [moderator],
    irc: (line) => irc.send(line),
  });
  const now = options.now ?? Date.now;
  let messages = 0;

  return {
    irc,
    helix,
    moderator,
    settings: TwitchSettingsSchema.parse({
      channel,
      account: moderator.login,
      ircHost: irc.host,
      ircPort: irc.port,
      ircSecure: false,
      helixUrl: helix.helixUrl,
      idUrl: helix.idUrl,
      clientId: helix.clientId,
    }),
    signedIn: (scopes = WANTED_SCOPES) => {
      const { access, refresh } = helix.grant(moderator.id, scopes);
      const value = writeAccount({
        v: 1,
        accessToken: access,
        refreshToken: refresh,
        clientId: helix.clientId,
        userId: moderator.id,
        login: moderator.login,
        scopes: [...scopes],
        expiresAt: null,
      });
      return { name: `twitch:${moderator.login}`, value };
    },
    viewerSays: (viewer, text) => {
      messages += 1;
      const id = `sim-message-${messages}`;
      helix.state.users.set(viewer.id, viewer);
      helix.state.messages.set(id, { userId: viewer.id, at: now() });
      const tags = `badges=;display-name=${viewer.login};emotes=;id=${id};mod=0;room-id=${broadcasterId};subscriber=0;tmi-sent-ts=${now()};user-id=${viewer.id}`;
      const who = `${viewer.login}!${viewer.login}@${viewer.login}.tmi.twitch.tv`;
      irc.send(`@${tags} :${who} PRIVMSG #${channel} :${text}`);
      return id;
    },
    close: async () => {
      await Promise.all([irc.close(), helix.close()]);
    },
  };
}
