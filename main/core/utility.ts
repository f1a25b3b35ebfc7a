import { systemClock } from './effects.ts';
import { startCore } from './host.ts';
import { linkToShell, type OwnedPort } from './shell-link.ts';
import type { FromCore, ToCore } from './utility-protocol.ts';

/** The way to the shell; Electron puts it onto `process`, and the core knows no more of Electron than this. */
interface ParentPort {
  readonly on: (
    type: 'message',
    listener: (event: { readonly data: ToCore; readonly ports: readonly OwnedPort[] }) => void,
  ) => void;
  readonly postMessage: (message: FromCore) => void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (parentPort === undefined) throw new Error('utility.ts runs in a utilityProcess of the desktop app only');

// Electron only warns of these; a core that goes on after a bug would be one that hangs.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`[core] ${reason instanceof Error ? reason.stack : String(reason)}\n`);
  process.exit(1);
});

// Ctrl-C in a terminal reaches every process of the app; the shell hears it too and asks us to close.
process.on('SIGINT', () => undefined);

const hear = linkToShell({
  tell: (message) => parentPort.postMessage(message),
  start: startCore,
  exit: (code) => process.exit(code),
  clock: systemClock,
});
parentPort.on('message', ({ data, ports }) => hear(data, ports));
