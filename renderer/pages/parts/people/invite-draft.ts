import type { Role } from '../../../../shared/domain/actor.ts';

/** An invitation as it is filled in. */
export interface InviteDraft {
  readonly name: string;
  readonly role: Role;
  readonly roomIds: readonly string[];
  readonly ttlMinutes: number;
}

export const NEW_INVITE: InviteDraft = { name: '', role: 'controller', roomIds: [], ttlMinutes: 60 };

/** Why it cannot be sent yet, or null. A streamer sees one room, so it must be said which. */
export function inviteProblem(draft: InviteDraft): 'name' | 'room' | null {
  if (draft.name.trim() === '') return 'name';
  return draft.role === 'streamer' && draft.roomIds.length !== 1 ? 'room' : null;
}

/** Changing the role drops rooms that do not fit it. */
export function withRole(draft: InviteDraft, role: Role): InviteDraft {
  const roomIds =
    role === 'supervisor' ? [] : role === 'streamer' ? draft.roomIds.slice(0, 1) : draft.roomIds;
  return { ...draft, role, roomIds };
}

/** What the core is asked; a supervisor also controls. */
export function inviteInput(draft: InviteDraft) {
  return {
    name: draft.name.trim().slice(0, 80),
    roles: draft.role === 'supervisor' ? (['supervisor', 'controller'] as const).slice() : [draft.role],
    ttlMinutes: draft.ttlMinutes,
    ...(draft.roomIds.length === 0 ? {} : { roomIds: [...draft.roomIds] }),
  };
}

/** The link that opens the console with the code filled in; the part after `#` is sent to no server. */
export function inviteLink(origin: string, token: string): string {
  return `${origin}/#/pair/${encodeURIComponent(token)}`;
}

/** Whether an address can only be reached on this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
