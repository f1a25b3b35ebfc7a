import type { MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from './texts.ts';

/** What menu and tray can ask for. */
export interface MenuActions {
  readonly show: () => void;
  readonly supervisor: () => void;
  readonly review: () => void;
  readonly settings: () => void;
  readonly restartCore: () => void;
  readonly quit: () => void;
}

/** The application menu. Developer tools only where the app is not installed. */
export function menuTemplate(
  texts: ShellTexts,
  actions: MenuActions,
  platform: NodeJS.Platform,
  developer: boolean,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: platform === 'darwin' ? texts.app : texts.file,
      submenu: [
        ...(platform === 'darwin'
          ? [{ role: 'about', label: texts.about } satisfies MenuItemConstructorOptions, separator]
          : []),
        { label: texts.settings, accelerator: 'CmdOrCtrl+,', click: actions.settings },
        separator,
        { label: texts.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit },
      ],
    },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        separator,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'reload', label: texts.reload },
        separator,
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.zoomReset },
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(developer
          ? [
              separator,
              { role: 'toggleDevTools', label: texts.developer } satisfies MenuItemConstructorOptions,
            ]
          : []),
      ],
    },
    {
      label: texts.window,
      submenu: [
        { label: texts.show, accelerator: 'CmdOrCtrl+1', click: actions.show },
        { label: texts.supervisor, accelerator: 'CmdOrCtrl+2', click: actions.supervisor },
        { label: texts.review, accelerator: 'CmdOrCtrl+3', click: actions.review },
        separator,
        { role: 'minimize', label: texts.minimize },
        { role: 'close', label: texts.close },
      ],
    },
  ];
}
