import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, Menu, powerMonitor, session } from 'electron';
import { CORE_CHANNEL, PORT_CHANNEL } from './channels.ts';
import { closeInOrder } from './closing.ts';
import { createCoreProcess } from './core-process.ts';
import { LINK_SCHEME, linkAmong, routeOfLink, routeOfRoom } from './deep-link.ts';
import { listenToPages } from './ipc.ts';
import { systemKeyStore } from './key-store.ts';
import { openMemory } from './memory.ts';
import { type MenuActions, menuTemplate } from './menu.ts';
import { createNotices } from './notices.ts';
import type { ShellOptions } from './options.ts';
import { createOutside } from './outside.ts';
import { servePage } from './page-protocol.ts';
import type { Paths } from './paths.ts';
import { guardSession } from './session-guard.ts';
import { smoke } from './smoke.ts';
import { textFile } from './text-file.ts';
import { type Language, TEXTS } from './texts.ts';
import { createTray, type TrayFacts } from './tray.ts';
import { createVault } from './vault.ts';
import { createWarnings } from './warnings.ts';
import { createWindows } from './windows.ts';

export interface ShellStart {
  readonly options: ShellOptions;
  readonly paths: Paths;
  /** The link the app was opened by. */
  readonly link: string | null;
  readonly log: (text: string) => void;
}

/** Makes everything, once, and hands it to what needs it. Returns how to open a link. */
export function runShell({ options, paths, link, log }: ShellStart): (link: string) => void {
  const home = app.getPath('userData');
  const memory = openMemory(join(home, 'windows.json'), log);
  const language = (): Language =>
    memory.state().language ?? (app.getLocale().startsWith('zh') ? 'zh' : 'en');
  const texts = () => TEXTS[language()];
  const warnings = createWarnings(texts);

  if (!existsSync(join(paths.page, 'index.html'))) {
    log(texts().noPage);
    if (!options.smoke) warnings.noPage();
    app.exit(1);
    return () => undefined;
  }

  const vault = createVault({
    cipher: systemKeyStore(),
    file: textFile(join(home, 'secrets.json')),
    onUnkept: warnings.unkept,
    onUnreadable: (name) => log(`the secret ${name} cannot be opened with this system's key any more`),
  });
  const openOutside = createOutside(texts);
  const windows = createWindows({
    preload: paths.preload,
    icon: paths.icon,
    version: app.getVersion(),
    developer: !app.isPackaged,
    remembered: memory.state(),
    remember: memory.remember,
    openOutside: (window, url) => void openOutside(window, url),
    onGone: (windowId) => core.gone(windowId),
    onPageFell: warnings.pageFell,
    log,
    now: Date.now,
  });
  const core = createCoreProcess({
    entry: paths.core,
    start: {
      dataDir: join(home, 'data'),
      demo: options.demo || options.smoke,
      rooms: options.rooms,
      version: app.getVersion(),
    },
    secrets: vault,
    ownerOf: (windowId) => {
      const showing = windows.showingOf(windowId);
      return showing === null ? null : { windowId, ...showing };
    },
    deliver: (windowId, port) => {
      const window = BrowserWindow.fromId(windowId);
      if (window === null) port.close();
      else window.webContents.postMessage(PORT_CHANNEL, null, [port]);
    },
    onView: (view) => {
      tell({ core: view });
      for (const window of windows.all()) window.webContents.send(CORE_CHANNEL, view);
    },
    log,
    now: Date.now,
  });

  const actions: MenuActions = {
    show: () => windows.showWorkbench(),
    supervisor: () => windows.open('supervisor'),
    review: () => windows.open('review'),
    settings: () => windows.showWorkbench('/settings'),
    restartCore: core.start,
    quit: () => app.quit(),
  };
  const updateTray = createTray(paths.trayIcon, actions);
  let facts: TrayFacts = { language: language(), core: core.view(), unattended: 0 };
  const tell = (change: Partial<TrayFacts>): void => {
    facts = { ...facts, ...change };
    updateTray(facts);
  };
  const showMenu = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(texts(), actions, process.platform, !app.isPackaged)),
    );
  const notify = createNotices(paths.icon, (roomId) =>
    windows.showWorkbench(roomId === undefined ? undefined : routeOfRoom(roomId)),
  );
  listenToPages(
    {
      openWindow: (_windowId, kind, roomId) => {
        windows.open(kind, roomId);
      },
      openExternal: (windowId, url) => openOutside(BrowserWindow.fromId(windowId), url),
      notify: (_windowId, notice) => notify(notice),
      core: () => core.view(),
      restartCore: () => core.start(),
      secrets: () => vault.view(),
      setLanguage: (_windowId, next) => {
        memory.remember({ language: next });
        showMenu();
        tell({ language: next });
      },
      setBadge: (_windowId, count) => {
        app.setBadgeCount(count);
        tell({ unattended: count });
      },
      requestPort: (windowId) => core.asked(windowId),
    },
    (windowId) => windows.showingOf(windowId) !== null,
    log,
  );

  const openLink = (wanted: string | null): void => {
    const route = wanted === null ? null : routeOfLink(wanted);
    if (wanted !== null && route === null) log('refused a link that names no room');
    windows.showWorkbench(route ?? undefined);
  };
  app.on('second-instance', (_event, args) => openLink(linkAmong(args)));
  app.on('activate', () => windows.showWorkbench());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  powerMonitor.on('suspend', () => core.power('suspend'));
  powerMonitor.on('resume', () => core.power('resume'));
  powerMonitor.on('shutdown', () => app.quit());
  if (app.isPackaged && !options.smoke) app.setAsDefaultProtocolClient(LINK_SCHEME);

  let exitCode = 0;
  closeInOrder(core.stop, () => exitCode);
  servePage(session.defaultSession, paths.page);
  guardSession(session.defaultSession, log);
  showMenu();
  core.start();
  openLink(link);
  if (options.smoke) {
    void smoke(core, windows.showWorkbench()).then((report) => {
      process.stdout.write(`${JSON.stringify(report)}\n`);
      exitCode = report.ok ? 0 : 1;
      app.quit();
    });
  }
  return openLink;
}
