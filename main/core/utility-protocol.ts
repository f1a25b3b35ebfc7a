import type { WindowKind } from '../../shared/api/desktop.ts';
import type { Fault } from '../../shared/domain/fault.ts';

/** What the shell tells the core once, before anything else. */
export interface CoreStart {
  /** Folder of the database files; made where it is missing. */
  readonly dataDir: string;
  /** Run the seeded show room. */
  readonly demo: boolean;
  /** Rooms of the command line: `twitch:<channel>` or `replay:<file>`. */
  readonly rooms: readonly string[];
  /** The program's version. */
  readonly version: string;
}

/** Which window a port belongs to; it decides what its page may do. */
export interface PortOwner {
  readonly windowId: number;
  readonly window: 'workbench' | WindowKind;
  readonly roomId?: string | undefined;
}

/** One use of the system's key store, asked by the core. A `value` of null forgets. */
export type SecretRequest =
  | { readonly op: 'get'; readonly name: string }
  | { readonly op: 'set'; readonly name: string; readonly value: string | null };

/** From the shell to the core. The message of kind `port` carries one MessagePort. */
export type ToCore =
  | { readonly kind: 'start'; readonly start: CoreStart }
  | { readonly kind: 'port'; readonly owner: PortOwner }
  | { readonly kind: 'secret'; readonly id: number; readonly value: string | null; readonly fault?: Fault }
  /** The machine goes to sleep or has woken up. */
  | { readonly kind: 'power'; readonly state: 'suspend' | 'resume' }
  | { readonly kind: 'ask_gauges'; readonly id: number }
  | { readonly kind: 'stop' };

/** From the core to the shell. */
export type FromCore =
  | { readonly kind: 'started' }
  /** It cannot start, and says why; its process ends. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'secret'; readonly id: number; readonly request: SecretRequest }
  | { readonly kind: 'gauges'; readonly id: number; readonly storedEvents: number }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };
