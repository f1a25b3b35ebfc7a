import { z } from 'zod';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import { type Viewer, ViewerSchema } from '../../../shared/support/conversation.ts';
import { readJwt, signJwt } from './jwt.ts';

/** A viewer who is calling, limited to one room. */
export interface ViewerCaller {
  readonly viewer: Viewer;
  readonly roomId: string;
  /** A keyed hash of where the call comes from, where it comes over HTTP. */
  readonly addressHash?: string | undefined;
}

/** Who viewers are. */
export interface Viewers {
  readonly open: (input: {
    readonly roomId: string;
    readonly token?: string | undefined;
    readonly session?: string | undefined;
    readonly language: 'zh' | 'en';
  }) => Result<{ readonly session: string; readonly expiresAt: number; readonly caller: ViewerCaller }>;
  /** Whose session it is; null where it is forged or over. */
  readonly authenticate: (session: string) => ViewerCaller | null;
}

const SESSION_MS = 30 * 86_400_000;

/** What a platform may say of a viewer. Anything else in the token is not read. */
const ClaimsSchema = z.object({
  sub: z.string().min(1).max(128),
  room: z.string().max(64),
  name: z.string().max(128).default(''),
  vip: z.number().int().min(0).max(100).default(0),
  lang: z.enum(['zh', 'en']).optional(),
});
const SessionSchema = z.object({ kind: z.literal('viewer'), room: z.string(), viewer: ViewerSchema });

/** Platform tokens become sessions that this hub signs itself, so that they outlive a restart. */
export function createViewers(deps: {
  readonly config: () => SupportConfig;
  /** This hub's own signing secret. */
  readonly secret: string;
  readonly clock: Clock;
  readonly ids: Ids;
}): Viewers {
  const { clock, ids, secret } = deps;

  const authenticate = (session: string): ViewerCaller | null => {
    const read = readJwt(session, [secret], clock.now());
    const known = read.ok ? SessionSchema.safeParse(read.value.claims) : null;
    return known?.success === true ? { viewer: known.data.viewer, roomId: known.data.room } : null;
  };
  const viewerOf = (input: Parameters<Viewers['open']>[0]): Result<Viewer> => {
    const { tokenKeys, allowAnonymous } = deps.config();
    if (input.token !== undefined) {
      const read = readJwt(
        input.token,
        tokenKeys.map((key) => key.secret),
        clock.now(),
      );
      if (!read.ok) return read;
      const claims = ClaimsSchema.safeParse(read.value.claims);
      if (!claims.success) return fail(fault('invalid', claims.error.issues[0]?.path.join('.')));
      if (claims.data.room !== input.roomId) return fail(fault('forbidden', 'room'));
      return ok({
        id: `${tokenKeys[read.value.key]?.platform ?? 'app'}:${claims.data.sub}`,
        name: claims.data.name === '' ? claims.data.sub : claims.data.name,
        signed: true,
        vip: claims.data.vip,
        language: claims.data.lang ?? input.language,
      });
    }
    if (!allowAnonymous) return fail(fault('unauthenticated'));
    const earlier = input.session === undefined ? null : authenticate(input.session);
    if (earlier !== null && !earlier.viewer.signed && earlier.roomId === input.roomId)
      return ok(earlier.viewer);
    const id = ids.next();
    return ok({
      id: `anon:${id}`,
      name: `访客${id.slice(0, 4)}`,
      signed: false,
      vip: 0,
      language: input.language,
    });
  };

  return {
    open(input) {
      const viewer = viewerOf(input);
      if (!viewer.ok) return viewer;
      const expiresAt = clock.now() + SESSION_MS;
      const caller: ViewerCaller = { viewer: viewer.value, roomId: input.roomId };
      const claims = {
        kind: 'viewer',
        room: input.roomId,
        viewer: viewer.value,
        exp: Math.floor(expiresAt / 1_000),
      };
      return ok({ session: signJwt(claims, secret), expiresAt, caller });
    },
    authenticate,
  };
}
