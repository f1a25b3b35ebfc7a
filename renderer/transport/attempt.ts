import { ORPCError } from '@orpc/client';
import { FAULTS, type Fault, type FaultCode, FaultSchema, fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';

/** Awaits a call of the client and gives its outcome as a value. Never throws. */
export async function attempt<T>(call: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await call);
  } catch (error) {
    return fail(faultOf(error));
  }
}

/** What a thrown error means to the person at the page. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ORPCError) {
    const data = FaultSchema.safeParse(error.data);
    if (data.success) return data.data;
    if (Object.hasOwn(FAULTS, error.code)) return fault(error.code as FaultCode);
    return BY_STATUS[error.status] ?? fault('platform_refused', error.message);
  }
  return fault('unreachable');
}

/** An error that {@link faultOf} turns back into the same fault. */
export function faultError(code: FaultCode): ORPCError<FaultCode, Fault> {
  return new ORPCError(code, { data: fault(code) });
}

const BY_STATUS: Readonly<Record<number, Fault>> = {
  400: fault('invalid'),
  401: fault('unauthenticated'),
  403: fault('forbidden'),
  404: fault('not_found'),
  429: fault('rate_limited'),
  503: fault('overloaded'),
};
