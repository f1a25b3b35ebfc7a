import type { Fault, FaultCode } from '../../shared/domain/fault.ts';
import { fault } from '../../shared/domain/fault.ts';

/** What every call of a store rejects with. The message begins with the operation's name. */
export class StoreError extends Error {
  readonly operation: string;
  readonly fault: Fault;

  constructor(operation: string, value: Fault) {
    super(`${operation}: ${value.code}${value.detail === undefined ? '' : ` (${value.detail})`}`);
    this.name = 'StoreError';
    this.operation = operation;
    this.fault = value;
  }
}

/** Makes the error for an input that makes no sense: an unknown column, a foreign cursor. */
export function invalid(operation: string, detail: string): StoreError {
  return new StoreError(operation, fault('invalid', detail));
}

/** Turns anything thrown into a `StoreError` of that operation. */
export function toStoreError(
  operation: string,
  thrown: unknown,
  code: FaultCode = 'store_failed',
): StoreError {
  if (thrown instanceof StoreError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new StoreError(operation, fault(code, detail));
}
