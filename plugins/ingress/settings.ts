import { z } from 'zod';
import { ActionKindSchema } from '../../shared/domain/action.ts';
import { checkCallbackUrl } from './callback-url.ts';

const secret = z.string().min(16, '至少 16 个字符 / at least 16 characters').max(512);

/** An action the platform can do, with its limits; the bare name where it states none. */
const ActionLimitSchema = z.union([
  ActionKindSchema.transform((action) => ({ action })),
  z.object({
    action: ActionKindSchema,
    /** Seconds. */
    minSec: z.number().int().min(1).optional(),
    maxSec: z.number().int().min(1).optional(),
    permanent: z.boolean().optional(),
    /** Characters. */
    reasonMax: z.number().int().min(0).optional(),
    textMax: z.number().int().min(0).optional(),
    /** At most `n` calls per `perSec` seconds. */
    rate: z.object({ n: z.number().int().min(1), perSec: z.number().min(0.1) }).optional(),
  }),
]);

/** What an ingress room is set to. Secrets are given by value, or by their name in the OS store. */
export const IngressSettingsSchema = z
  .object({
    /** Shared with the platform; its requests are signed with it. */
    secret: secret.optional(),
    secretName: z.string().min(1).max(128).optional(),
    /** Where actions are sent; without it the room is read only. */
    callbackUrl: z.string().max(2_000).optional(),
    /** Signs our calls; the room's own secret where there is none. */
    callbackSecret: secret.optional(),
    callbackSecretName: z.string().min(1).max(128).optional(),
    /** Permits a callback to an address of a private network. */
    allowPrivateNetwork: z.boolean().default(false),
    /** What the platform does when called; an empty list means nothing. */
    capabilities: z.array(ActionLimitSchema).max(32).default([]),
  })
  .superRefine((settings, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (settings.secret === undefined && settings.secretName === undefined)
      refuse('secret', '需要密钥或密钥名 / a secret or the name of one is needed');
    if (settings.callbackUrl === undefined) return;
    const url = checkCallbackUrl(settings.callbackUrl, settings.allowPrivateNetwork);
    if (!url.ok) refuse('callbackUrl', url.fault.detail ?? url.fault.code);
  });

export type IngressSettings = Readonly<z.infer<typeof IngressSettingsSchema>>;
