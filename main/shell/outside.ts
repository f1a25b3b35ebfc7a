import { type BrowserWindow, dialog, shell } from 'electron';
import type { OpenOutcome } from '../../shared/api/desktop.ts';
import type { ShellTexts } from './texts.ts';
import { externalAddress } from './trust.ts';

/** Opens https addresses in the browser after the person has seen and confirmed them; one at a time. */
export function createOutside(texts: () => ShellTexts) {
  let asking = false;
  return async (window: BrowserWindow | null, address: string): Promise<OpenOutcome> => {
    const url = externalAddress(address);
    if (url === null || window === null || asking) return 'refused';
    asking = true;
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: texts().openOutsideTitle,
        // The parsed form: host in punycode, everything odd percent-encoded, so nothing can be disguised.
        detail: `${url.host}\n\n${url.href}`,
        buttons: [texts().openOutsideButton, texts().cancel],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (response !== 0) return 'cancelled';
      await shell.openExternal(url.href);
      return 'opened';
    } finally {
      asking = false;
    }
  };
}
