import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { type Block, type BlockReason, isInForce } from '../../../shared/support/block.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Store } from '../../store/store.ts';
import { auditOf, type Desk } from '../desk.ts';

/** Viewers and addresses that may not write to the desk. */
export interface Blocks {
  /** The block that keeps this viewer, or this address, from writing now. */
  readonly of: (viewerId: string, addressHash: string | undefined) => Block | undefined;
  /** Counts a call that it refused. */
  readonly refuse: (block: Block) => void;
  readonly list: (query: {
    readonly state?: 'in_force' | 'over' | 'appealed' | undefined;
    readonly viewerId?: string | undefined;
    readonly limit: number;
    readonly cursor?: string | undefined;
  }) => Promise<{ readonly rows: readonly Block[]; readonly cursor?: string | undefined }>;
  readonly get: (id: string) => Promise<Result<Block>>;
  /** Blocks a conversation's viewer. Faults: `forbidden` beyond a day for agents, `invalid` without an address. */
  readonly add: (
    row: Conversation,
    input: {
      readonly id: string;
      readonly scope: 'viewer' | 'address' | 'both';
      readonly reason: BlockReason;
      readonly note?: string | undefined;
      readonly until?: number | undefined;
    },
    by: Actor,
    isBoss: boolean,
  ) => Promise<Result<Block>>;
  readonly lift: (id: string, by: Actor, isBoss: boolean) => Promise<Result<Block>>;
  /** The one objection. Faults: `conflict` for a second, `not_found` where nothing is blocked. */
  readonly appeal: (
    viewerId: string,
    addressHash: string | undefined,
    text: string,
  ) => Promise<Result<Block>>;
  readonly answer: (id: string, grant: boolean, answer: string, by: Actor) => Promise<Result<Block>>;
  /** Appeals that nobody answered. */
  readonly appeals: () => number;
}

const AGENT_LONGEST_MS = 86_400_000;
const PAGE = 500;

/** Blocks that are not lifted are kept in memory, so that asking costs nothing. */
export async function createBlocks(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
}): Promise<Blocks> {
  const { store, desk, clock } = deps;
  const kept = new Map<string, Block>();
  const refused = new Map<string, number>();
  for (const state of ['set', 'appealed'])
    for (let cursor: string | undefined; ; ) {
      const page = await store.list({ table: 'blocks', where: { state }, limit: PAGE, cursor });
      for (const block of page.rows) kept.set(block.id, block);
      cursor = page.cursor;
      if (cursor === undefined) break;
    }

  const counted = (block: Block): Block => {
    const count = refused.get(block.id);
    return count === undefined ? block : { ...block, refused: count };
  };
  const of: Blocks['of'] = (viewerId, addressHash) => {
    const now = clock.now();
    for (const block of kept.values()) {
      const isMeant =
        block.viewerId === viewerId || (addressHash !== undefined && block.addressHash === addressHash);
      if (isMeant && isInForce(block, now)) return block;
    }
    return undefined;
  };
  const get: Blocks['get'] = async (id) => {
    const found = kept.get(id) ?? (await store.get('blocks', id));
    return found === null || found === undefined ? fail(fault('not_found', 'block')) : ok(counted(found));
  };
  const save = async (block: Block, by: Actor, what: string, detail: string): Promise<Result<Block>> => {
    const audit = auditOf(clock.now(), by, what, {
      ...(block.roomId === undefined ? {} : { roomId: block.roomId }),
      subject: block.viewerId ?? block.id,
      detail,
    });
    const saved = await desk.commit([], [audit], [{ op: 'put', table: 'blocks', row: block }]);
    if (!saved.ok) return saved;
    if (block.liftedAt === undefined) kept.set(block.id, block);
    else kept.delete(block.id);
    return ok(counted(block));
  };
  const lifted = (block: Block, by: Actor): Block => ({
    ...block,
    liftedAt: clock.now(),
    liftedBy: by,
    version: block.version + 1,
  });

  return {
    of,
    get,
    refuse: (block) => void refused.set(block.id, (refused.get(block.id) ?? 0) + 1),
    appeals: () => [...kept.values()].filter((block) => block.appeal?.state === 'open').length,
    async list({ state, viewerId, limit, cursor }) {
      const now = clock.now();
      if (state === 'in_force' || state === 'appealed') {
        const rows = [...kept.values()]
          .filter((block) => (state === 'appealed' ? block.appeal?.state === 'open' : isInForce(block, now)))
          .filter((block) => viewerId === undefined || block.viewerId === viewerId)
          .sort((left, right) => right.at - left.at);
        return { rows: rows.slice(0, limit).map(counted) };
      }
      const where = viewerId === undefined ? {} : { personId: viewerId };
      const page = await store.list({ table: 'blocks', where, order: 'newest', limit, cursor });
      const rows = page.rows.filter((block) => state === undefined || !isInForce(block, now)).map(counted);
      return { rows, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
    },
    async add(row, input, by, isBoss) {
      const before = await get(input.id);
      if (before.ok) return before.value.conversationId === row.id ? before : fail(fault('conflict', 'id'));
      const at = clock.now();
      if (input.until !== undefined && input.until <= at) return fail(fault('invalid', 'until'));
      if (!isBoss && (input.until === undefined || input.until > at + AGENT_LONGEST_MS))
        return fail(fault('forbidden', '24 h'));
      if (input.scope !== 'viewer' && row.addressHash === undefined) return fail(fault('invalid', 'address'));
      const block: Block = {
        id: input.id,
        ...(input.scope === 'address' ? {} : { viewerId: row.viewer.id }),
        ...(input.scope === 'viewer' || row.addressHash === undefined
          ? {}
          : { addressHash: row.addressHash }),
        name: row.viewer.name,
        roomId: row.roomId,
        conversationId: row.id,
        reason: input.reason,
        ...(input.note === undefined || input.note === '' ? {} : { note: input.note }),
        at,
        by,
        ...(input.until === undefined ? {} : { until: input.until }),
        version: 1,
      };
      return save(block, by, 'support.block', `${input.scope} ${input.reason}`);
    },
    async lift(id, by, isBoss) {
      const found = await get(id);
      if (!found.ok) return found;
      if (found.value.liftedAt !== undefined) return found;
      if (!isBoss && found.value.by.id !== by.id) return fail(fault('forbidden', found.value.by.name));
      return save(lifted(found.value, by), by, 'support.unblock', found.value.reason);
    },
    async appeal(viewerId, addressHash, text) {
      const found = of(viewerId, addressHash);
      if (found === undefined) return fail(fault('not_found', 'block'));
      if (found.appeal !== undefined) return fail(fault('conflict', 'appeal'));
      const block: Block = {
        ...found,
        appeal: { at: clock.now(), text, state: 'open' },
        version: found.version + 1,
      };
      const by: Actor = { kind: 'person', id: viewerId.slice(0, 128), name: found.name };
      return save(block, by, 'support.appeal', found.reason);
    },
    async answer(id, grant, answer, by) {
      const found = await get(id);
      if (!found.ok) return found;
      const { appeal } = found.value;
      if (appeal === undefined || appeal.state !== 'open') return fail(fault('conflict', 'appeal'));
      const answered: Block = {
        ...found.value,
        appeal: {
          ...appeal,
          state: grant ? 'granted' : 'refused',
          answeredAt: clock.now(),
          answeredBy: by,
          ...(answer === '' ? {} : { answer }),
        },
      };
      const next = grant ? lifted(answered, by) : { ...answered, version: answered.version + 1 };
      return save(next, by, 'support.appeal_answer', grant ? 'granted' : 'refused');
    },
  };
}
