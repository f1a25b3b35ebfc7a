import type { DesktopBridge } from '../../shared/api/desktop.ts';

declare global {
  interface Window {
    readonly changkong?: DesktopBridge;
  }
}

/** What the desktop app offers this window; absent in a browser. */
export function desktopBridge(page: Window = window): DesktopBridge | undefined {
  return page.changkong;
}
