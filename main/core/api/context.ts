import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../../shared/api/contract.ts';
import { type ProcedureMeta, statusOf } from '../../../shared/api/procedure.ts';
import { type Fault, fault, faultText } from '../../../shared/domain/fault.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Caller } from '../access/members.ts';

/** What a transport knows of a call. */
export interface CallContext {
  readonly caller: Caller | null;
  readonly transport: 'local' | 'hub';
  /** Resolves while or once the line to the page has room; feeds wait for it. */
  readonly room: () => Promise<void>;
  /** Whether the caller's access still stands. */
  readonly stands: () => boolean;
}

/** What a handler may count on after the check. */
export interface CheckedContext extends CallContext {
  readonly caller: Caller;
}

const os = implement(contract).$context<CallContext>();

/**
 * Every procedure and every feed passes here: the session must hold one of the contract's roles,
 * and a room named in the input must be one it may see.
 */
export const api = os.use(({ context, next, procedure }, input) => {
  const { roles } = procedure['~orpc'].meta as ProcedureMeta;
  const { caller } = context;
  if (roles === 'public') return next({ context: { caller: caller ?? NOBODY } });
  if (caller === null || !context.stands()) throw errorOf(fault('unauthenticated'));
  if (roles !== 'any' && !caller.roles.some((role) => roles.includes(role)))
    throw errorOf(fault('forbidden'));
  const roomId = roomIn(input);
  if (roomId !== undefined) checkRoom(caller, roomId);
  return next({ context: { caller } });
});

const NOBODY: Caller = { id: 'nobody', name: '', roles: [] };

/** The fault as the API's error. */
export function errorOf(value: Fault): ORPCError<Fault['code'], Fault> {
  return new ORPCError(value.code, {
    status: statusOf(value.code),
    message: faultText(value, 'en'),
    data: value,
  });
}

/** The value, or the fault thrown as the API's error. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw errorOf(result.fault);
}

/** Refuses a room that the session is not limited to. */
export function checkRoom(caller: Caller, roomId: string): void {
  if (caller.roomIds !== undefined && !caller.roomIds.includes(roomId))
    throw errorOf(fault('forbidden', roomId));
}

/** The record, if the session may see its room. */
export function visible<T extends { readonly roomId: string }>(caller: Caller, result: Result<T>): T {
  const value = unwrap(result);
  checkRoom(caller, value.roomId);
  return value;
}

function roomIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('roomId' in input)) return undefined;
  return typeof input.roomId === 'string' ? input.roomId : undefined;
}
