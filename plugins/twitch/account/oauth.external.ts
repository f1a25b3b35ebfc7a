import { z } from 'zod';

/** Answers of https://id.twitch.tv/oauth2 (dev.twitch.tv/docs/authentication). */
export const DeviceAnswerSchema = z.object({
  device_code: z.string().min(1).max(512),
  user_code: z.string().min(1).max(64),
  verification_uri: z.url().max(512),
  expires_in: z.number().positive().max(86_400),
  interval: z.number().positive().max(300).default(5),
});

export const TokenAnswerSchema = z.object({
  access_token: z.string().min(1).max(512),
  refresh_token: z.string().max(512).optional(),
  expires_in: z.number().nonnegative().optional(),
});

export const ValidateAnswerSchema = z.object({
  client_id: z.string().min(1).max(128),
  login: z.string().min(1).max(64),
  user_id: z.string().regex(/^\d{1,20}$/),
  scopes: z.array(z.string().max(64)).max(200).nullable(),
  expires_in: z.number().nonnegative().default(0),
});

export const MessageAnswerSchema = z.object({
  message: z.string().default(''),
  error: z.string().optional(),
});
