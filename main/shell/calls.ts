import { z } from 'zod';
import {
  type CoreView,
  NotificationSchema,
  type OpenOutcome,
  type SecretsView,
  WindowKindSchema,
} from '../../shared/api/desktop.ts';
import { RoomSchema } from '../../shared/domain/room.ts';
import type { CallName } from './channels.ts';

/** The arguments of each call, checked for every one: the page is not trusted to keep to its types. */
export const ARGUMENTS = {
  openWindow: z.tuple([WindowKindSchema, RoomSchema.shape.id.optional()]),
  openExternal: z.tuple([z.string().max(2_000)]),
  notify: z.tuple([NotificationSchema]),
  core: z.tuple([]),
  restartCore: z.tuple([]),
  secrets: z.tuple([]),
  setLanguage: z.tuple([z.enum(['zh', 'en'])]),
  setBadge: z.tuple([z.number().int().min(0).max(9_999)]),
  requestPort: z.tuple([]),
} as const satisfies Record<CallName, z.ZodType>;

/** What calls answer; those that are not named answer nothing. */
export interface Answers {
  readonly openExternal: OpenOutcome;
  readonly notify: boolean;
  readonly core: CoreView;
  readonly secrets: SecretsView;
}

/** One function per call; `windowId` says which window asks. */
export type Handlers = {
  readonly [N in CallName]: (
    windowId: number,
    ...args: z.infer<(typeof ARGUMENTS)[N]>
  ) => N extends keyof Answers ? Answers[N] | Promise<Answers[N]> : void;
};
