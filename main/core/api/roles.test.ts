import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../shared/domain/actor.ts';
import type { Caller } from '../access/members.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';
import { callByName, PROCEDURES } from '../testing/procedures.ts';

let test: TestCore;
beforeAll(async () => {
  test = await startTestCore();
});
afterAll(() => test.core.close());

const holder = (role: Role): Caller => ({ id: role, name: role, roles: [role] });

async function codeOf(caller: Caller | null, name: string): Promise<string> {
  try {
    const answer = await callByName(test.as(caller), name, {});
    await (answer as AsyncGenerator | undefined)?.return?.(undefined);
    return 'answered';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

describe('who may call what, for everything in the contract', () => {
  it('has all of it, and leaves nothing open but pairing', () => {
    expect(PROCEDURES.length).toBeGreaterThan(90);
    expect(PROCEDURES.filter((each) => each.roles === 'public').map((each) => each.name)).toEqual([
      'session.pair',
    ]);
    expect(PROCEDURES.filter((each) => each.roles.length === 0)).toEqual([]);
  });

  it.each(PROCEDURES.filter((each) => each.roles !== 'public').map((each) => each.name))(
    '%s refuses whoever has no session',
    async (name) => {
      expect(await codeOf(null, name)).toBe('unauthenticated');
    },
  );

  const refused = PROCEDURES.flatMap(({ name, roles }) =>
    typeof roles === 'string'
      ? []
      : ROLES.filter((role) => !roles.includes(role)).map((role) => [role, name] as const),
  );
  it.each(refused)('a %s may not call %s', async (role, name) => {
    expect(await codeOf(holder(role), name)).toBe('forbidden');
  });

  const allowed = PROCEDURES.flatMap(({ name, roles }) =>
    typeof roles === 'string' ? [] : roles.map((role) => [role, name] as const),
  );
  it.each(allowed)('a %s is heard by %s', async (role, name) => {
    expect(['forbidden', 'unauthenticated']).not.toContain(await codeOf(holder(role), name));
  });
});
