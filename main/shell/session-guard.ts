import type { Session } from 'electron';
import { isOwnPage, mayHave } from './trust.ts';

const LOCAL = new Set(['app:', 'blob:', 'data:', 'devtools:', 'chrome-extension:']);

/** Nothing is fetched from outside, no device is given, and only our page's own files are saved. */
export function guardSession(session: Session, log: (text: string) => void): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const given = mayHave(permission, contents.getURL());
    if (!given) log(`denied the permission ${permission}`);
    answer(given);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const local = LOCAL.has(new URL(url).protocol);
    if (!local) log('blocked a request to the network from a page');
    answer({ cancel: !local });
  });
  session.on('will-download', (event, item) => {
    if (!isOwnDownload(item.getURL())) event.preventDefault();
  });
}

/** Exports are made in the page (`blob:app://…`) and saved by the person through the system's dialog. */
function isOwnDownload(url: string): boolean {
  return url.startsWith('blob:') ? isOwnPage(url.slice('blob:'.length)) : isOwnPage(url);
}
