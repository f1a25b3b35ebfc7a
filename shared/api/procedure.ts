import { oc } from '@orpc/contract';
import type { Role } from '../domain/actor.ts';
import { FAULTS, type FaultCode, FaultSchema } from '../domain/fault.ts';

/** Who may call a procedure. `public` needs no session. */
export interface ProcedureMeta {
  readonly roles: readonly Role[] | 'public' | 'any';
}

const STATUS: Readonly<Record<FaultCode, number>> = {
  not_found: 404,
  forbidden: 403,
  unauthenticated: 401,
  invalid: 422,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unsupported: 422,
  target_protected: 422,
  auth_expired: 424,
  platform_refused: 424,
  unreachable: 502,
  unknown_outcome: 504,
  undo_impossible: 422,
  undo_would_lift_other: 409,
  version_mismatch: 426,
  store_newer: 500,
  store_failed: 507,
  store_in_use: 503,
  blocked: 403,
  overloaded: 503,
  bad_signature: 401,
  bad_timestamp: 401,
  nonce_replayed: 401,
  sequence_gap: 409,
};

type FaultErrors = {
  readonly [C in FaultCode]: { status: number; message: string; data: typeof FaultSchema };
};

const errors = Object.fromEntries(
  (Object.keys(FAULTS) as FaultCode[]).map((code) => [
    code,
    { status: STATUS[code], message: FAULTS[code][1], data: FaultSchema },
  ]),
) as unknown as FaultErrors;

/** The HTTP status of a fault. */
export function statusOf(code: FaultCode): number {
  return STATUS[code];
}

const base = oc.$meta<ProcedureMeta>({ roles: [] }).errors(errors);

/** A procedure for sessions that hold one of these roles. */
export function forRoles(...roles: readonly Role[]) {
  return base.meta({ roles });
}

/** A procedure for every session. */
export const forAnyone = base.meta({ roles: 'any' });

/** A procedure without a session. */
export const forPublic = base.meta({ roles: 'public' });
