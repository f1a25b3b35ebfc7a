import { type BrowserWindow, dialog } from 'electron';
import type { ShellTexts } from './texts.ts';

/** Dialogs for what a person has to know at once. */
export function createWarnings(texts: () => ShellTexts) {
  return {
    /** There is no key store: sign-ins last until the app quits. */
    unkept: (): void => {
      void dialog.showMessageBox({
        type: 'warning',
        message: texts().unkeptTitle,
        detail: texts().unkeptDetail,
      });
    },
    /** The page fell over again and again; loads it once more when the person says so. */
    pageFell: (window: BrowserWindow): void => {
      void dialog
        .showMessageBox({
          type: 'error',
          message: texts().pageFellTitle,
          detail: texts().pageFellDetail,
          buttons: [texts().reload],
        })
        .then(() => {
          if (!window.isDestroyed()) window.webContents.reload();
        });
    },
    /** The page's files are not there. */
    noPage: (): void => dialog.showErrorBox(texts().app, texts().noPage),
  };
}
