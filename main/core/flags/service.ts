import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { DismissReason, Flag } from '../../../shared/domain/flag.ts';
import { type FlagCommand, nextFlag } from '../../../shared/domain/flag-transitions.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { MemoryEntry } from '../../store/records.ts';
import type { StoreOp } from '../../store/store.ts';
import { auditOf, type Desk, newest } from '../desk.ts';
import type { RoomMemories } from './memory.ts';

/** Deciding on flags. */
export interface Flags {
  readonly claim: (flagId: string, by: Actor, force: boolean) => Promise<Result<Flag>>;
  readonly release: (flagId: string, by: Actor, force: boolean) => Promise<Result<Flag>>;
  readonly resolve: (flagId: string, by: Actor, note: string | undefined) => Promise<Result<Flag>>;
  /** No trouble; teaches the room so that the same is not flagged again. */
  readonly dismiss: (
    flagId: string,
    by: Actor,
    reason: DismissReason,
    note: string | undefined,
  ) => Promise<Result<Flag>>;
  /** The person asked the support desk about it. */
  readonly appeal: (
    flagId: string,
    by: Actor,
    conversation: { readonly id: string; readonly number: number },
  ) => Promise<Result<Flag>>;
  readonly allow: (flagId: string, by: Actor, what: 'person' | 'text') => Promise<Result<Flag>>;
  /** Expires flags that nobody took within twenty times their target. */
  readonly tick: () => void;
}

const EXPIRE_FACTOR = 20;

/** Decisions on flags, with what they teach. */
export function createFlags(deps: {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly memories: RoomMemories;
}): Flags {
  const { desk, clock, ids, memories } = deps;

  const run = async (
    flagId: string,
    command: FlagCommand,
    force: boolean,
    teach: readonly MemoryEntry[] = [],
  ): Promise<Result<Flag>> => {
    const found = newest(desk.flags, await desk.getFlag(flagId));
    if (!found.ok) return found;
    const next = nextFlag(found.value, command, clock.now(), force);
    if (!next.ok) return next;
    const by: Actor = 'by' in command ? command.by : { kind: 'system', id: 'system', name: 'Changkong' };
    const detail =
      command.kind === 'dismiss' ? `${found.value.category} ${command.reason}` : found.value.category;
    const audit = [
      auditOf(clock.now(), by, `flag.${command.kind}`, {
        roomId: found.value.roomId,
        subject: flagId,
        detail,
      }),
    ];
    const ops = teach.map((row): StoreOp => ({ op: 'put', table: 'memory', row }));
    const saved = await desk.commit([{ kind: 'flag', flag: next.value }], audit, ops);
    if (!saved.ok) return saved;
    memories.learn(teach);
    return ok(next.value);
  };
  const lessons = (flag: Flag, kind: MemoryEntry['kind'], by: Actor): MemoryEntry[] => {
    const values =
      kind === 'allow_person'
        ? flag.person === undefined
          ? []
          : [flag.person.id]
        : [...new Set(flag.evidence.map((each) => each.text))].slice(0, 20);
    return values.map((value) => ({
      id: ids.next(),
      roomId: flag.roomId,
      kind,
      value,
      category: flag.category,
      at: clock.now(),
      by,
    }));
  };

  return {
    claim: (flagId, by, force) => run(flagId, { kind: 'claim', by }, force),
    release: (flagId, by, force) => run(flagId, { kind: 'release', by }, force),
    resolve: (flagId, by, note) => run(flagId, { kind: 'resolve', by, note }, false),
    appeal: (flagId, by, { id, number }) =>
      run(flagId, { kind: 'appeal', by, conversationId: id, number }, false),
    async dismiss(flagId, by, reason, note) {
      const found = await desk.getFlag(flagId);
      if (!found.ok) return found;
      const kind = reason === 'hype' || reason === 'joke' || reason === 'wrong' ? reason : null;
      return run(
        flagId,
        { kind: 'dismiss', by, reason, note },
        false,
        kind === null ? [] : lessons(found.value, kind, by),
      );
    },
    async allow(flagId, by, what) {
      const found = await desk.getFlag(flagId);
      if (!found.ok) return found;
      const taught = lessons(found.value, what === 'person' ? 'allow_person' : 'allow_text', by);
      if (taught.length === 0) return fail(fault('invalid', what));
      return run(flagId, { kind: 'dismiss', by, reason: 'allowed' }, false, taught);
    },
    tick() {
      const now = clock.now();
      for (const flag of [...desk.flags.values()]) {
        if (flag.state === 'open' && now > flag.lastAt + (flag.dueAt - flag.firstAt) * EXPIRE_FACTOR)
          void run(flag.id, { kind: 'expire' }, true);
      }
    },
  };
}
