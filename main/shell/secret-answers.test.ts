import { expect, it } from 'vitest';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import type { ToCore } from '../core/utility-protocol.ts';
import { answerSecret } from './secret-answers.ts';

const held = new Map([['a', 'one']]);
const secrets: Secrets = {
  get: async (name) => held.get(name) ?? null,
  set: async (name, value) => {
    if (name === 'full') throw new Error('disk full');
    if (value === null) held.delete(name);
    else held.set(name, value);
  },
};
const secret = (id: number, value: string | null): ToCore => ({ kind: 'secret', id, value });

it('does what is asked and answers under the same id', async () => {
  const ask = (id: number, request: Parameters<typeof answerSecret>[1]['request']) =>
    answerSecret(secrets, { kind: 'secret', id, request });
  expect([
    await ask(1, { op: 'get', name: 'a' }),
    await ask(2, { op: 'set', name: 'b', value: 'two' }),
    await ask(3, { op: 'get', name: 'b' }),
    await ask(4, { op: 'set', name: 'a', value: null }),
    await ask(5, { op: 'get', name: 'a' }),
    await ask(6, { op: 'set', name: 'full', value: 'x' }),
  ]).toEqual([
    secret(1, 'one'),
    secret(2, null),
    secret(3, 'two'),
    secret(4, null),
    secret(5, null),
    { kind: 'secret', id: 6, value: null, fault: { code: 'store_failed', detail: 'Error: disk full' } },
  ]);
});
