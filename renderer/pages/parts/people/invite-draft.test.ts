import { describe, expect, it } from 'vitest';
import { InviteInput } from '../../../../shared/api/inputs.ts';
import {
  type InviteDraft,
  inviteInput,
  inviteLink,
  inviteProblem,
  NEW_INVITE,
  withRole,
} from './invite-draft.ts';

const draft = (more: Partial<InviteDraft>): InviteDraft => ({ ...NEW_INVITE, name: ' 小林 ', ...more });

describe('invitation', () => {
  it.each([
    [draft({ name: ' ' }), 'name'],
    [draft({}), null],
    [draft({ role: 'streamer' }), 'room'],
    [draft({ role: 'streamer', roomIds: ['r'] }), null],
  ])('%j', (value, expected) => {
    expect(inviteProblem(value)).toBe(expected);
  });

  it.each([
    [draft({}), { name: '小林', roles: ['controller'], ttlMinutes: 60 }],
    [draft({ role: 'supervisor' }), { name: '小林', roles: ['supervisor', 'controller'], ttlMinutes: 60 }],
    [
      draft({ role: 'streamer', roomIds: ['r'] }),
      { name: '小林', roles: ['streamer'], roomIds: ['r'], ttlMinutes: 60 },
    ],
  ])('asks for %j', (value, expected) => {
    expect([inviteInput(value), InviteInput.safeParse(inviteInput(value)).success]).toEqual([expected, true]);
  });

  it('keeps the rooms that fit the role', () => {
    const rooms = draft({ roomIds: ['a', 'b'] });
    expect([withRole(rooms, 'streamer').roomIds, withRole(rooms, 'supervisor').roomIds]).toEqual([['a'], []]);
  });

  it('makes a link that no server is sent the code of', () => {
    expect(inviteLink('http://127.0.0.1:1', 'a+b')).toBe('http://127.0.0.1:1/#/pair/a%2Bb');
  });
});
