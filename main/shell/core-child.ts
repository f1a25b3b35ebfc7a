import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromCore, ToCore } from '../core/utility-protocol.ts';

/** The core's process while it is there. */
export interface CoreChild {
  readonly tell: (message: ToCore, ports?: MessagePortMain[]) => void;
  readonly kill: () => void;
}

/** Starts the core's bundle in a utilityProcess. `onExit` comes once, and nothing after it. */
export function forkCore(
  entry: string,
  onMessage: (message: FromCore) => void,
  onExit: (code: number) => void,
): CoreChild {
  const child: UtilityProcess = utilityProcess.fork(entry, [], {
    serviceName: 'changkong-core',
    stdio: 'inherit',
  });
  let gone = false;
  child.on('message', (message: FromCore) => {
    if (!gone) onMessage(message);
  });
  child.on('exit', (code) => {
    if (gone) return;
    gone = true;
    onExit(code);
  });
  return {
    tell: (message, ports = []) => {
      if (!gone) child.postMessage(message, ports);
    },
    kill: () => {
      if (gone) return;
      // A process that hangs may not hear a request to end; SIGKILL ends it (Windows knows only that).
      if (child.pid === undefined) child.kill();
      else process.kill(child.pid, 'SIGKILL');
    },
  };
}
