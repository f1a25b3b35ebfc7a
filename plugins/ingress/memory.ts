import type { Clock } from '../../shared/domain/effects.ts';
import type { SourceMemory } from '../../shared/plugin/plugin.ts';

/** Nonces kept at most; when all are in force, a new one is refused. */
const MAX_NONCES = 100_000;

/** A memory for a core that hands in none: bounded, and gone after a restart. */
export function createVolatileMemory(clock: Clock): SourceMemory {
  const nonces = new Map<string, number>();
  const cursors = new Map<string, number>();
  return {
    async takeNonce(key, expiresAt) {
      const now = clock.now();
      const until = nonces.get(key);
      if (until !== undefined && until > now) return false;
      if (nonces.size >= MAX_NONCES) for (const [old, end] of nonces) if (end <= now) nonces.delete(old);
      if (nonces.size >= MAX_NONCES) return false;
      nonces.set(key, expiresAt);
      return true;
    },
    async cursor(stream) {
      return cursors.get(stream) ?? null;
    },
    async setCursor(stream, seq) {
      cursors.set(stream, seq);
    },
    async known() {
      return new Set();
    },
  };
}

/** The newest ids, at most `limit`, so that a repeat is known before the store has it. */
export function createRecent(limit: number): {
  readonly add: (ids: Iterable<string>) => void;
  readonly among: (ids: readonly string[]) => readonly string[];
} {
  const ids = new Set<string>();
  return {
    add(fresh) {
      for (const id of fresh) {
        ids.delete(id);
        ids.add(id);
      }
      for (const oldest of ids) {
        if (ids.size <= limit) break;
        ids.delete(oldest);
      }
    },
    among: (asked) => asked.filter((id) => ids.has(id)),
  };
}
