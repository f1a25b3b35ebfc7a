import { type Fault, FaultSchema, fault } from '../../../shared/domain/fault.ts';

/** What the core said to a pairing request, as a fault; null where it agreed. `body` is its parsed JSON. */
export function pairingFault(status: number, body: unknown): Fault | null {
  if (status >= 200 && status < 300) return null;
  const said = FaultSchema.safeParse(dataOf(body));
  if (said.success) return said.data;
  switch (true) {
    case status === 429:
      return fault('rate_limited');
    case status === 400 || status === 422:
      return fault('invalid');
    case status >= 500:
      return fault('overloaded');
    default:
      return fault('unauthenticated');
  }
}

function dataOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
}
