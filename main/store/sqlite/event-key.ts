/**
 * A 52-bit hash of an event id (cyrb53 by bryc, public domain, cut to 52 bits), small enough for an
 * integer index an eighth of the size of one over the ids.
 */
export function eventKey(id: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < id.length; index += 1) {
    const unit = id.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (low & 0xfffff) + (high >>> 0);
}

/** The number to try when another event already has this one. */
export function nextKey(key: number): number {
  return key === 2 ** 52 - 1 ? 0 : key + 1;
}
