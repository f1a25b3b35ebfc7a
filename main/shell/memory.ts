import { readNow, replaceNow } from './text-file.ts';
import { parseWindowState, type WindowState } from './window-state.ts';

/** What the shell remembers between starts. */
export interface Memory {
  readonly state: () => WindowState;
  readonly remember: (change: Partial<WindowState>) => void;
}

/** Reads it at once (the first window needs it) and writes every change at once (the app may be closing). */
export function openMemory(path: string, log: (text: string) => void): Memory {
  let state = parseWindowState(readNow(path));
  return {
    state: () => state,
    remember: (change) => {
      state = { ...state, ...change };
      if (!replaceNow(path, JSON.stringify(state))) log('the place of the window could not be kept');
    },
  };
}
