import { createHash } from 'node:crypto';
import type { AuditDraft, AuditEntry } from '../../shared/domain/audit.ts';

/** `prev` of the first entry. */
export const FIRST_PREV = '0'.repeat(64);

/** The end of a chain: what the next entry hangs on. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The end of a chain without entries. */
export const CHAIN_START: ChainEnd = { seq: 0, hash: FIRST_PREV };

/** What a check of a chain finds; `index` counts the entries handed in from 0. */
export type ChainCheck =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly index: number; readonly why: 'sequence' | 'link' | 'hash' };

/** Hangs an entry on the end of the chain. */
export function chainEntry(draft: AuditDraft, end: ChainEnd): AuditEntry {
  const entry = { ...draft, seq: end.seq + 1, prev: end.hash };
  return { ...entry, hash: hashOf(entry) };
}

/**
 * Checks that entries follow one another without a hole and that none was changed. A part of a chain
 * may be checked too: its first entry's `prev` is then taken on trust.
 */
export function verifyAuditChain(entries: readonly AuditEntry[]): ChainCheck {
  let before: AuditEntry | undefined;
  for (const [index, entry] of entries.entries()) {
    if (before === undefined ? entry.seq < 1 : entry.seq !== before.seq + 1) {
      return { ok: false, index, why: 'sequence' };
    }
    const isLinked =
      before === undefined ? entry.seq > 1 || entry.prev === FIRST_PREV : entry.prev === before.hash;
    if (!isLinked) return { ok: false, index, why: 'link' };
    const { hash, ...rest } = entry;
    if (hashOf(rest) !== hash) return { ok: false, index, why: 'hash' };
    before = entry;
  }
  return { ok: true, entries: entries.length };
}

/** JSON with sorted keys and without absent fields: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(entry.prev).update(canonicalJson(entry)).digest('hex');
}
