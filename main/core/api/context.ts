import { implement, ORPCError, ValidationError } from '@orpc/server';
import { contract } from '../../../shared/api/contract.ts';
import { type ProcedureMeta, statusOf } from '../../../shared/api/procedure.ts';
import { type Fault, fault, faultText } from '../../../shared/domain/fault.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { StoreError } from '../../store/store-error.ts';
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
export const api = os.use(async ({ context, next, procedure }, input) => {
  const { roles } = procedure['~orpc'].meta as ProcedureMeta;
  const { caller } = context;
  if (roles === 'public') return explained(() => next({ context: { caller: caller ?? NOBODY } }));
  if (caller === null || !context.stands()) throw errorOf(fault('unauthenticated'));
  if (roles !== 'any' && !caller.roles.some((role) => roles.includes(role)))
    throw errorOf(fault('forbidden'));
  const roomId = roomIn(input);
  if (roomId !== undefined) checkRoom(caller, roomId);
  return explained(() => next({ context: { caller } }));
});

/** Input that does not fit and a store that cannot answer are faults with words, like every other failure. */
async function explained<T>(run: () => T): Promise<Awaited<T>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ValidationError) throw errorOf(fault('invalid', issuesOf(error)));
    if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
      throw errorOf(fault('invalid', issuesOf(error.cause)));
    if (error instanceof StoreError) throw errorOf(error.fault);
    throw error;
  }
}

function issuesOf(error: ValidationError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => [pathOf(issue.path), issue.message].filter((part) => part !== '').join(': '))
    .join('; ')
    .slice(0, 500);
}

function pathOf(path: ValidationError['issues'][number]['path']): string {
  return (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}

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

/** Refuses what concerns the whole hub to a session that is limited to rooms. */
export function checkWholeHub(caller: Caller): void {
  if (caller.roomIds !== undefined) throw errorOf(fault('forbidden', 'limited to rooms'));
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
