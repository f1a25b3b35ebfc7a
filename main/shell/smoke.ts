import type { BrowserWindow } from 'electron';
import type { CoreProcess } from './core-process.ts';

/** What `--smoke` prints: one line of JSON. */
export interface SmokeReport {
  readonly ok: boolean;
  /** Events the core has stored. */
  readonly events: number;
  /** The page drew something. */
  readonly page: boolean;
  readonly core: string;
}

const WITHIN_MS = 60_000;
const EVERY_MS = 200;

/** Waits until the core has stored an event and the page has drawn, for at most a minute. */
export async function smoke(core: CoreProcess, window: BrowserWindow): Promise<SmokeReport> {
  let report: SmokeReport = { ok: false, events: 0, page: false, core: core.view().kind };
  for (let waited = 0; waited < WITHIN_MS && !report.ok; waited += EVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    const events = (await core.storedEvents()) ?? 0;
    const page = await drawn(window);
    report = { ok: events > 0 && page, events, page, core: core.view().kind };
  }
  return report;
}

async function drawn(window: BrowserWindow): Promise<boolean> {
  try {
    const script = "document.querySelector('#root > :not(style)') !== null";
    return (await window.webContents.executeJavaScript(script)) === true;
  } catch {
    return false;
  }
}
