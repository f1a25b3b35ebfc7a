import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { ARGUMENTS, type Handlers } from './calls.ts';
import { CALLS, type CallName, channelOf } from './channels.ts';
import { isTrusted } from './trust.ts';

/** Refused calls since the start, by reason; shown in the log. */
export interface IpcCounters {
  readonly refused: number;
}

/**
 * The only way from a page into the shell. Every call is checked: who speaks (our window, top frame,
 * our origin), then the arguments. A refused call fails loudly at the page and is counted.
 */
export function listenToPages(
  handlers: Handlers,
  isOwn: (windowId: number) => boolean,
  log: (text: string) => void,
): () => IpcCounters {
  let refused = 0;
  const refuse = (name: CallName, why: string): never => {
    refused += 1;
    log(`refused a page's call ${name}: ${why}`);
    throw new Error(`${name}: ${why}`);
  };
  for (const name of CALLS) {
    ipcMain.handle(channelOf(name), async (event, ...args: unknown[]) => {
      const windowId = senderOf(event, isOwn);
      if (windowId === null) return refuse(name, 'the sender is not one of our pages');
      const checked = ARGUMENTS[name].safeParse(args);
      if (!checked.success) return refuse(name, 'the arguments are not valid');
      return call(handlers[name], windowId, checked.data);
    });
  }
  return () => ({ refused });
}

function senderOf(event: IpcMainInvokeEvent, isOwn: (windowId: number) => boolean): number | null {
  const window = BrowserWindow.fromWebContents(event.sender);
  const frame = event.senderFrame;
  if (window === null || frame === null) return null;
  const trusted = isTrusted({
    frameUrl: frame.url,
    topFrame: frame === event.sender.mainFrame,
    ownWindow: isOwn(window.id),
  });
  return trusted ? window.id : null;
}

/** The schema of the same name has just accepted `args`; TypeScript cannot follow that through the union. */
function call(handler: Handlers[CallName], windowId: number, args: readonly unknown[]): unknown {
  const loose = handler as (windowId: number, ...args: readonly unknown[]) => unknown;
  return loose(windowId, ...args);
}
