import type { WebContents } from 'electron';
import { isOwnPage } from './trust.ts';

/** A page stays the page it is: no navigation, no windows, no embedded pages. */
export function guardPage(
  contents: WebContents,
  openOutside: (url: string) => void,
  goHome: () => void,
  log: (text: string) => void,
): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    log('denied a navigation away from the page');
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  // An empty document is not asked about beforehand. It is refused every call, and replaced at once.
  contents.on('did-navigate', (_event, url) => {
    if (isOwnPage(url)) return;
    log('the page had gone to an empty document and is loaded again');
    setImmediate(goHome);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log('denied a window that the page wanted to open');
    openOutside(url);
    return { action: 'deny' };
  });
}
