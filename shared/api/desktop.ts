import { z } from 'zod';
import type { Dispose } from '../domain/effects.ts';
import { FaultSchema } from '../domain/fault.ts';
import { RoomSchema } from '../domain/room.ts';

export { DESKTOP_ORIGIN, PORT_MESSAGE, READY_MESSAGE } from './desktop-messages.ts';

/** Pages that open as windows of their own. */
export const WINDOW_KINDS = ['supervisor', 'streamer', 'review'] as const;
export const WindowKindSchema = z.enum(WINDOW_KINDS);
export type WindowKind = z.infer<typeof WindowKindSchema>;

export const NotificationSchema = z.object({
  title: z.string().min(1).max(120),
  body: z.string().max(400),
  /** A click on it opens this room. */
  roomId: RoomSchema.shape.id.optional(),
  /** Stays until it is seen, where the system can do that. */
  urgent: z.boolean().optional(),
});
/** What the desktop is to announce. Plain text: it may quote chat. */
export type DesktopNotification = z.infer<typeof NotificationSchema>;

export const CoreViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('running') }),
  /** It fell over and is started again at `until` (epoch ms). */
  z.object({ kind: z.literal('restarting'), until: z.number(), crashes: z.number() }),
  /** It will not start by itself; `fault` says what to do. */
  z.object({ kind: z.literal('refused'), fault: FaultSchema }),
  z.object({ kind: z.literal('stopping') }),
]);
/** How the core process stands. */
export type CoreView = Readonly<z.infer<typeof CoreViewSchema>>;

/** How sign-ins are kept: in the system's key store, or only until the app quits. */
export type SecretsView = 'kept' | 'session';

/** What became of a request to open an address: refused unless https, cancelled by the person, or opened. */
export type OpenOutcome = 'opened' | 'cancelled' | 'refused';

/**
 * `window.changkong` in the desktop app; absent in a browser. Everything else goes over the port.
 * The port comes as a window message (`PORT_MESSAGE`) whenever the page says `READY_MESSAGE`, and again
 * after the core was restarted; the one before is dead then.
 */
export interface DesktopBridge {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
  readonly openWindow: (kind: WindowKind, roomId?: string) => Promise<void>;
  /** https only; the person is asked first. */
  readonly openExternal: (url: string) => Promise<OpenOutcome>;
  /** Fails (false) where the system shows no notifications. */
  readonly notify: (notification: DesktopNotification) => Promise<boolean>;
  readonly core: () => Promise<CoreView>;
  readonly onCore: (listener: (view: CoreView) => void) => Dispose;
  /** Starts a core that refused to, after the cause was removed. */
  readonly restartCore: () => Promise<void>;
  readonly secrets: () => Promise<SecretsView>;
  /** Language of menus and tray. */
  readonly setLanguage: (language: 'zh' | 'en') => Promise<void>;
  /** Number of unattended flags, on the dock or the tray. */
  readonly setBadge: (count: number) => Promise<void>;
}
