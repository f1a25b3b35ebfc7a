/** What a fake Twitch remembers. Times are epoch ms. */
export interface HelixState {
  readonly users: Map<string, SimUser>;
  readonly tokens: Map<string, SimToken>;
  /** Refresh tokens that still work, and whose they are. */
  readonly refresh: Map<string, Omit<SimToken, 'expiresAt'>>;
  readonly devices: Map<string, SimDevice>;
  /** By user id; `until` null is a ban. */
  readonly bans: Map<string, { readonly until: number | null; readonly reason: string; readonly by: string }>;
  readonly warnings: { readonly userId: string; readonly reason: string }[];
  readonly messages: Map<string, { readonly userId: string; readonly at: number }>;
  readonly deleted: Set<string>;
  readonly said: { readonly senderId: string; readonly text: string; readonly messageId: string }[];
  settings: ChatSettings;
  /** Accounts that moderate the channel, the broadcaster among them. */
  readonly moderators: Set<string>;
  readonly broadcasterId: string;
}

export interface SimUser {
  readonly id: string;
  readonly login: string;
}

export interface SimToken {
  readonly userId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  expiresAt: number;
}

export interface SimDevice {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly userCode: string;
  readonly expiresAt: number;
  /** Set when a person typed the code. */
  allowedBy: string | null;
}

export interface ChatSettings {
  readonly slow_mode: boolean;
  readonly slow_mode_wait_time: number | null;
  readonly follower_mode: boolean;
  readonly subscriber_mode: boolean;
  readonly emote_mode: boolean;
  readonly unique_chat_mode: boolean;
}

export const OPEN_CHAT: ChatSettings = {
  slow_mode: false,
  slow_mode_wait_time: null,
  follower_mode: false,
  subscriber_mode: false,
  emote_mode: false,
  unique_chat_mode: false,
};

/** A request as the routes see it. */
export interface SimRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface SimAnswer {
  readonly status: number;
  /** Undefined sends an empty body. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Twitch's shape of an error. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): SimAnswer {
  return { status, json: { error: NAMES[status] ?? 'Error', status, message }, headers };
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};
