import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Role, SYSTEM } from '../../../shared/domain/actor.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';
import { type Hub, serveHub } from './server.ts';

let test: TestCore;
let hub: Hub;
const pageDir = mkdtempSync(join(tmpdir(), 'changkong-page-'));

beforeAll(async () => {
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html>');
  test = await startTestCore();
  const made = await serveHub(
    { ...test.core, connectPort: () => undefined },
    { host: '127.0.0.1', port: 0, pageDir },
  );
  if (!made.ok) throw new Error(made.fault.detail);
  hub = made.value;
});
afterAll(async () => {
  await hub.close();
  await test.core.close();
  rmSync(pageDir, { recursive: true });
});

async function tokenOf(roles: readonly Role[]): Promise<string> {
  const { members } = test.core.services;
  const invited = await members.invite({ name: roles.join(), roles, ttlMinutes: 5 }, SYSTEM);
  const paired = invited.ok ? await members.pair(invited.value.token) : invited;
  if (!paired.ok) throw new Error(paired.fault.code);
  return paired.value.sessionToken;
}

const DEFINITION = {
  format: 1,
  name: '暗号',
  on: ['chat'],
  when: {
    kind: 'all',
    of: [
      { kind: 'words', lists: [{ id: 'codes' }] },
      { kind: 'not', of: { kind: 'role', anyOf: ['vip'] } },
    ],
  },
  severity: 'high',
  exempt: { roles: [], guards: false, persons: [] },
  does: { kind: 'flag' },
};
const VARIANTS = {
  width: true,
  case: true,
  traditional: true,
  lookalike: true,
  gaps: true,
  pinyin: false,
  initials: false,
  wholeWords: true,
};

it('another system writes a rule over REST, sees it count, and sends it live; a controller only reads', async () => {
  const boss = await tokenOf(['supervisor']);
  const desk = await tokenOf(['controller']);
  const call = async (token: string, method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${hub.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const content = { name: '暗号', variants: VARIANTS, words: ['芝麻开门'], except: [] };
  const list = await call(boss, 'PUT', '/word-lists/codes', { baseVersion: 0, content });
  const refused = await call(desk, 'PUT', '/rules/code', { baseVersion: 0, definition: DEFINITION });
  const wrong = await call(boss, 'PUT', '/rules/code', {
    baseVersion: 0,
    definition: { ...DEFINITION, when: { kind: 'magic' } },
  });
  const saved = await call(boss, 'PUT', '/rules/code', { baseVersion: 0, definition: DEFINITION });
  const early = await call(boss, 'POST', '/rules/code/stage', { version: 1, state: 'live' });
  await call(boss, 'POST', '/rules/code/stage', { version: 1, state: 'shadow' });
  const event = chatEvent({ key: 'one', text: '芝麻 開門', at: Date.now() });
  await test.platform.say([event]);
  for (let turn = 0; turn < 400 && (await test.store.eventById(event.eventId)) === null; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const hits = await call(desk, 'GET', '/rules/code/hits?mode=shadow&limit=5');
  const live = await call(boss, 'POST', '/rules/code/stage', { version: 1, state: 'live' });
  const read = await call(desk, 'GET', '/rules');
  const schema = await call(desk, 'GET', '/rules/schema');
  const csv = await call(desk, 'GET', '/word-lists/codes/export?format=csv');
  expect([list.status, refused.status, wrong.status, saved.status, early.status, live.status]).toEqual([
    200, 403, 422, 200, 422, 200,
  ]);
  expect(wrong.body).toMatchObject({ error: { code: 'invalid', text: { zh: expect.any(String) } } });
  expect(hits.body).toMatchObject({ rows: [{ row: { text: '芝麻 開門' }, version: 1, shadow: true }] });
  expect(read.body).toMatchObject({
    rules: [{ id: 'code', state: 'live', mayEdit: false, counts: { live: { shadowHits: 1, hits: 0 } } }],
  });
  expect(schema.body).toMatchObject({
    schema: { type: 'object', properties: { when: expect.anything(), does: expect.anything() } },
  });
  expect(csv.body).toMatchObject({ name: 'codes-v1.csv', text: '\ufeffword,kind\r\n芝麻开门,word\r\n' });
});
