import { expect, it } from 'vitest';
import { actionOf, chatRow } from '../testing/samples.ts';
import { deletedMessages } from './deleted.ts';

it('knows what was deleted from here and by others, once it is so', () => {
  const deletion = (id: string, state: 'requested' | 'confirmed' | 'failed') =>
    actionOf(id, { kind: 'delete', messageId: `m-${id}`, state });
  const byMod = chatRow(9, '', { kind: 'mod_action', code: 'delete', messageId: 'm-mod' });
  const actions = [
    deletion('a', 'confirmed'),
    deletion('b', 'requested'),
    deletion('c', 'failed'),
    actionOf('d'),
  ];
  expect([...deletedMessages(actions, [chatRow(1), byMod])]).toEqual(['m-a', 'm-mod']);
});
