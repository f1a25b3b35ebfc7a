import type { BrowserWindow } from 'electron';

const MOST_IN_A_MINUTE = 3;
/** Electron itself falls over when a page is loaded again from within the event of its fall. */
const SETTLE_MS = 100;

export interface RevivalOptions {
  readonly onPageFell: (window: BrowserWindow) => void;
  readonly log: (text: string) => void;
  readonly now: () => number;
}

/** Loads a page again when its process falls over; asks a person when that happens again and again. */
export function createRevival(window: BrowserWindow, options: RevivalOptions): void {
  let falls: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = options.now();
    falls = [...falls.filter((at) => at > now - 60_000), now];
    options.log(`the page's process ended: ${reason}`);
    if (falls.length > MOST_IN_A_MINUTE) options.onPageFell(window);
    else setTimeout(() => reload(window), SETTLE_MS);
  });
}

function reload(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.reload();
}
