import { BrowserWindow, screen } from 'electron';
import type { WindowKind } from '../../shared/api/desktop.ts';
import { DESKTOP_ORIGIN } from '../../shared/api/desktop-messages.ts';
import { ROUTE_CHANNEL } from './channels.ts';
import { guardPage } from './page-guard.ts';
import { createRevival } from './revival.ts';
import { routeOf, type Showing } from './routes.ts';
import { placeWindow, type Rect, SMALLEST, type WindowState } from './window-state.ts';

export interface WindowsOptions {
  readonly preload: string;
  readonly icon: string;
  readonly version: string;
  readonly developer: boolean;
  readonly remembered: WindowState;
  readonly remember: (place: Pick<WindowState, 'bounds' | 'maximized'>) => void;
  readonly openOutside: (window: BrowserWindow, url: string) => void;
  readonly onGone: (windowId: number) => void;
  readonly onPageFell: (window: BrowserWindow) => void;
  readonly log: (text: string) => void;
  readonly now: () => number;
}

/** The app's windows: one workbench, and one of each other page (and room) as asked. */
export interface Windows {
  /** Opens or brings forward the workbench; goes to `route` when one is given. */
  readonly showWorkbench: (route?: string) => BrowserWindow;
  readonly open: (kind: WindowKind, roomId?: string) => BrowserWindow;
  readonly showingOf: (windowId: number) => Showing | null;
  readonly all: () => readonly BrowserWindow[];
}

export function createWindows(options: WindowsOptions): Windows {
  const showing = new Map<number, Showing>();

  const make = (what: Showing, route: string, place: Rect): BrowserWindow => {
    const window = new BrowserWindow({
      ...place,
      minWidth: Math.min(SMALLEST.width, place.width),
      minHeight: Math.min(SMALLEST.height, place.height),
      show: false,
      backgroundColor: '#14161a',
      icon: options.icon,
      autoHideMenuBar: true,
      webPreferences: {
        preload: options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        devTools: options.developer,
        // A console that is watched beside a stream must not slow down when it is covered.
        backgroundThrottling: false,
        additionalArguments: [`--changkong-version=${options.version}`],
      },
    });
    const id = window.id;
    showing.set(id, what);
    const goHome = (): void => {
      if (!window.isDestroyed()) void window.loadURL(`${DESKTOP_ORIGIN}/index.html#${route}`);
    };
    guardPage(window.webContents, (url) => options.openOutside(window, url), goHome, options.log);
    createRevival(window, options);
    window.once('ready-to-show', () => window.show());
    window.on('closed', () => {
      showing.delete(id);
      options.onGone(id);
    });
    goHome();
    return window;
  };

  const find = (what: Showing): BrowserWindow | undefined => {
    const found = [...showing].find(
      ([, seen]) =>
        seen.window === what.window && (what.window === 'workbench' || seen.roomId === what.roomId),
    );
    return found === undefined ? undefined : (BrowserWindow.fromId(found[0]) ?? undefined);
  };

  return {
    showWorkbench: (route) => {
      const what: Showing = { window: 'workbench' };
      const open = find(what);
      if (open !== undefined) {
        bringForward(open);
        if (route !== undefined) open.webContents.send(ROUTE_CHANNEL, route);
        return open;
      }
      const place = placeWindow(options.remembered.bounds, displays());
      const window = make(what, route ?? routeOf(what), place);
      if (options.remembered.maximized) window.maximize();
      window.on('close', () =>
        options.remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
      );
      return window;
    },
    open: (kind, roomId) => {
      const what: Showing = { window: kind, roomId };
      const open = find(what);
      if (open !== undefined) {
        bringForward(open);
        return open;
      }
      const size = kind === 'streamer' ? { width: 960, height: 800 } : { width: 1280, height: 800 };
      return make(what, routeOf(what), placeWindow({ ...middle(size), ...size }, displays()));
    },
    showingOf: (windowId) => showing.get(windowId) ?? null,
    all: () => [...showing.keys()].flatMap((id) => BrowserWindow.fromId(id) ?? []),
  };
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Work areas, the main display first. */
function displays(): readonly Rect[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  return [main, ...others].map((display) => display.workArea);
}

function middle(size: { readonly width: number; readonly height: number }): { x: number; y: number } {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  return {
    x: Math.max(workArea.x, workArea.x + Math.round((workArea.width - size.width) / 2)),
    y: Math.max(workArea.y, workArea.y + Math.round((workArea.height - size.height) / 2)),
  };
}
