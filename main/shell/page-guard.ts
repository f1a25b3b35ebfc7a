import type { WebContents } from 'electron';
import { isOwnPage } from './trust.ts';

/** A page stays the page it is: no navigation, no windows, no embedded pages. */
export function guardPage(
  contents: WebContents,
  openOutside: (url: string) => void,
  log: (text: string) => void,
): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    log('denied a navigation away from the page');
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log('denied a window that the page wanted to open');
    openOutside(url);
    return { action: 'deny' };
  });
}
