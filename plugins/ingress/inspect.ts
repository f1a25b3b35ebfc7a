import { type Fault, fault } from '../../shared/domain/fault.ts';
import { INGRESS_LIMITS } from './protocol.ts';

/**
 * Refuses what no event may hold, whatever its form: half a surrogate pair (it cannot be stored
 * or shown), a whole number beyond 2^53 (its digits are lost already), nesting beyond the limit.
 * Bidi controls and zero-width characters are kept: pages make them visible. Never recurses.
 */
export function hostileContent(event: unknown): Fault | null {
  const open: Node[] = [{ value: event, path: '', depth: 0 }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { value, path, depth } = node;
    if (typeof value === 'string') {
      if (!value.isWellFormed()) return fault('invalid', `${path || 'event'}: half of a surrogate pair`);
    } else if (typeof value === 'number') {
      if (Number.isInteger(value) && !Number.isSafeInteger(value))
        return fault('invalid', `${path || 'event'}: a number beyond 2^53 loses digits, send it as text`);
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= INGRESS_LIMITS.depth)
        return fault('invalid', `nested deeper than ${INGRESS_LIMITS.depth}`);
      for (const [name, inner] of Object.entries(value)) {
        if (!name.isWellFormed())
          return fault('invalid', `${path || 'event'}: a name with half a surrogate pair`);
        open.push({ value: inner, path: joined(path, name), depth: depth + 1 });
      }
    }
  }
  return null;
}

interface Node {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

function joined(path: string, name: string): string {
  const short = name.slice(0, 64).toWellFormed();
  return path === '' ? short : `${path}.${short}`;
}
