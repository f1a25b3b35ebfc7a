// Runs sandboxed, before the page, in a world of its own. It hands over the port and a few calls;
// nothing of Electron or Node reaches the page.
import type { CoreView, DesktopBridge } from '../../shared/api/desktop.ts' with {
  'resolution-mode': 'import',
};

type Channels = typeof import('./channels.ts', { with: { 'resolution-mode': 'import' }});
type Messages = typeof import('../../shared/api/desktop-messages.ts', { with: {
  'resolution-mode': 'import',
}});
type CallName = import('./channels.ts', { with: { 'resolution-mode': 'import' }}).CallName;

const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron');
const { channelOf, CORE_CHANNEL, PORT_CHANNEL, ROUTE_CHANNEL } = require('./channels.ts') as Channels;
const { PORT_MESSAGE, READY_MESSAGE } = require('../../shared/api/desktop-messages.ts') as Messages;

/** The little of the DOM that is used here; this project has no DOM types. */
declare const window: {
  readonly location: { readonly origin: string; hash: string };
  readonly postMessage: (data: unknown, origin: string, transfer: readonly unknown[]) => void;
  readonly addEventListener: (type: 'message', listener: (event: PageMessage) => void) => void;
};
interface PageMessage {
  readonly source: unknown;
  readonly data: unknown;
}

const call = (name: CallName, ...args: readonly unknown[]): Promise<never> =>
  ipcRenderer.invoke(channelOf(name), ...args) as Promise<never>;

const bridge: DesktopBridge = {
  platform: process.platform as DesktopBridge['platform'],
  version: process.argv.find((arg) => arg.startsWith('--changkong-version='))?.split('=')[1] ?? '',
  openWindow: (kind, roomId) => call('openWindow', kind, roomId),
  openExternal: (url) => call('openExternal', url),
  notify: (notification) => call('notify', notification),
  core: () => call('core'),
  onCore: (listener) => {
    const heard = (_event: unknown, view: CoreView): void => listener(view);
    ipcRenderer.on(CORE_CHANNEL, heard);
    return () => {
      ipcRenderer.removeListener(CORE_CHANNEL, heard);
    };
  },
  restartCore: () => call('restartCore'),
  secrets: () => call('secrets'),
  setLanguage: (language) => call('setLanguage', language),
  setBadge: (count) => call('setBadge', count),
};

contextBridge.exposeInMainWorld('changkong', bridge);

ipcRenderer.on(PORT_CHANNEL, (event) => {
  window.postMessage({ type: PORT_MESSAGE }, window.location.origin, event.ports);
});
ipcRenderer.on(ROUTE_CHANNEL, (_event, route: unknown) => {
  if (typeof route === 'string' && route.startsWith('/')) window.location.hash = route;
});
// The page asks when it listens, so no port can come too early; after a reload it asks again.
window.addEventListener('message', ({ source, data }) => {
  if (source !== window || typeof data !== 'object' || data === null || !('type' in data)) return;
  if (data.type === READY_MESSAGE) void call('requestPort');
});
