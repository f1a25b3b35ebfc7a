import type { ZodType } from 'zod';
import { readJson } from '../http.ts';
import { type HelixState, refuse, type SimAnswer, type SimRequest, type SimToken } from './helix-state.ts';

/** What a route may use. */
export interface RouteContext {
  readonly state: HelixState;
  readonly token: SimToken;
  readonly now: () => number;
  readonly newId: () => string;
  /** Tells the chat side. */
  readonly irc: (line: string) => void;
  readonly channel: string;
}

/** A route of the simulator: which right it needs, and whom it must be called by. */
export interface Route {
  readonly scope: string | null;
  /** `moderator`: query broadcaster_id and moderator_id, the latter being the token's account. */
  readonly who: 'anyone' | 'moderator';
  /** Query names that are allowed; anything else is refused. */
  readonly query: readonly string[];
  /** Counts against the limit per broadcaster. */
  readonly perBroadcaster?: boolean;
  readonly answer: (request: SimRequest, context: RouteContext) => SimAnswer;
}

/** Parses a body strictly: unknown fields, wrong types and ranges are 400. */
export function strictBody<T>(request: SimRequest, schema: ZodType<T>): T | SimAnswer {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return refuse(400, 'The content type must be application/json.');
  }
  const parsed = schema.safeParse(readJson(request.body));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuse(400, `The field ${issue?.path.join('.') || 'body'} is not valid: ${issue?.message ?? ''}`);
}

export function isAnswer(value: unknown): value is SimAnswer {
  return typeof value === 'object' && value !== null && 'status' in value;
}
