import { Menu, nativeImage, Tray } from 'electron';
import type { CoreView } from '../../shared/api/desktop.ts';
import { lineOfCore } from './core-view.ts';
import type { MenuActions } from './menu.ts';
import { type Language, TEXTS } from './texts.ts';

/** What the tray tells. */
export interface TrayFacts {
  readonly language: Language;
  readonly core: CoreView;
  readonly unattended: number;
}

/** Puts the mark into the system's tray; returns how to bring it up to date. */
export function createTray(icon: string, actions: MenuActions): (facts: TrayFacts) => void {
  const tray = new Tray(nativeImage.createFromPath(icon));
  tray.on('click', actions.show);
  return ({ language, core, unattended }) => {
    const texts = TEXTS[language];
    const state = lineOfCore(core, language);
    const waiting = unattended > 0 ? texts.unattended(unattended) : null;
    tray.setToolTip([texts.app, waiting, state].filter((part) => part !== null).join(' · '));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: state, enabled: false },
        ...(waiting === null ? [] : [{ label: waiting, click: actions.show }]),
        ...(core.kind === 'refused' ? [{ label: texts.tryAgain, click: actions.restartCore }] : []),
        { type: 'separator' },
        { label: texts.show, click: actions.show },
        { label: texts.supervisor, click: actions.supervisor },
        { label: texts.review, click: actions.review },
        { type: 'separator' },
        { label: texts.quit, click: actions.quit },
      ]),
    );
  };
}
