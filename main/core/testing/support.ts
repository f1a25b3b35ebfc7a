import { createRouterClient } from '@orpc/server';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { ViewerClient } from '../../../shared/api/viewer.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Caller } from '../access/members.ts';
import { createViewerRouter } from '../api/viewer.ts';
import { systemClock } from '../effects.ts';
import type { SupportPatch } from '../support/config.ts';
import { signJwt } from '../support/jwt.ts';
import { startTestCore, type TestCore } from './core.ts';

/** What platforms sign viewer tokens with in tests. */
export const TOKEN_SECRET = 'a-test-secret-of-thirty-two-chars!!';
export const AGENT: Caller = { id: 'chen', name: '陈', roles: ['agent'] };
export const AGENT_2: Caller = { id: 'wu', name: '吴', roles: ['agent'] };

/** A core with a support desk, its agents, and viewers as they would connect. */
export interface SupportTest extends TestCore {
  readonly agent: ApiClient;
  readonly agent2: ApiClient;
  /** A viewer's client: signed as `user` of platform `demo`, or anonymous. */
  readonly viewer: (
    user?: string,
    claims?: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly client: ViewerClient; readonly session: string }>;
  readonly viewerWith: (session: string | null) => ViewerClient;
  readonly configure: (patch: SupportPatch) => Promise<void>;
}

/** Starts it without the bot and without asking agents to accept, unless told otherwise. */
export async function startSupportTest(
  given: Parameters<typeof startTestCore>[0] = {},
): Promise<SupportTest> {
  const test = await startTestCore(given);
  const { support } = test.core.services;
  const router = createViewerRouter({ support, clock: given?.clock ?? systemClock });
  const configure = async (patch: SupportPatch): Promise<void> => {
    const changed = await support.settings.change(patch, SYSTEM);
    if (!changed.ok) throw new Error(changed.fault.code);
  };
  const now = support.settings.current();
  await configure({
    tokenKeys: [{ id: 'k1', platform: 'demo', secret: TOKEN_SECRET }],
    bot: { ...now.bot, enabled: false },
    routing: { ...now.routing, acceptWithinSec: 0 },
  });
  const viewerWith = (session: string | null): ViewerClient =>
    createRouterClient(router, {
      context: {
        caller: session === null ? null : support.viewers.authenticate(session),
        room: () => Promise.resolve(),
      },
    });
  return {
    ...test,
    agent: test.as(AGENT),
    agent2: test.as(AGENT_2),
    viewerWith,
    configure,
    async viewer(user, claims = {}) {
      const exp = Math.floor((given?.clock ?? systemClock).now() / 1_000) + 3_600;
      const token =
        user === undefined
          ? {}
          : { token: signJwt({ sub: user, room: 'room', name: user, exp, ...claims }, TOKEN_SECRET) };
      const { session } = await viewerWith(null).open({ roomId: 'room', ...token });
      return { client: viewerWith(session), session };
    },
  };
}
