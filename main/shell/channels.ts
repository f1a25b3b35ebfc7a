/** Calls a page may make of the shell, by name. Without zod: the preload reads this file too. */
export const CALLS = [
  'openWindow',
  'openExternal',
  'notify',
  'core',
  'restartCore',
  'secrets',
  'setLanguage',
  'setBadge',
  'requestPort',
] as const;
export type CallName = (typeof CALLS)[number];

/** The channel of a call. */
export function channelOf(name: CallName): string {
  return `changkong:call:${name}`;
}

/** From the shell to the page: the port, the core's state, a route to go to. */
export const PORT_CHANNEL = 'changkong:hand-over';
export const CORE_CHANNEL = 'changkong:core';
export const ROUTE_CHANNEL = 'changkong:route';
