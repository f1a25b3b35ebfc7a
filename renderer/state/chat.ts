import type { ChatFrame, ChatRow, FeedPosition } from '../../shared/api/views.ts';
import { exhaustive } from '../../shared/domain/result.ts';

/** One room's danmaku and gifts as far back as the page keeps them. */
export interface ChatState {
  readonly position?: FeedPosition | undefined;
  /** By offset, oldest first; at most {@link KEEP_ROWS}. */
  readonly rows: readonly ChatRow[];
  /** Rows that came live, without snapshots and repeats: tells how many are new since a moment. */
  readonly received: number;
  /** Rows the core left out because the page was slow or away too long, since the page opened. */
  readonly thinned: number;
  /** How often history was lost and the list began anew. */
  readonly resets: number;
}

/** How many rows a room keeps for scrolling back; older ones are in the review page. */
export const KEEP_ROWS = 2_000;

export const EMPTY_CHAT: ChatState = { rows: [], received: 0, thinned: 0, resets: 0 };

/**
 * Takes in frames, in order. Nothing is taken twice: a batch at or before the known position is
 * skipped, and a row whose id is known replaces it in its place. `resync` means the frame does
 * not continue what is known: ask again without a position.
 */
export function applyChat(state: ChatState, frames: readonly ChatFrame[]): ChatState | 'resync' {
  let next: ChatState = state;
  for (const frame of frames) {
    const applied = applyOne(next, frame);
    if (applied === 'resync') return 'resync';
    next = applied;
  }
  return next;
}

function applyOne(state: ChatState, frame: ChatFrame): ChatState | 'resync' {
  switch (frame.kind) {
    case 'snapshot':
      return applySnapshot(state, frame);
    case 'batch': {
      if (state.position === undefined || state.position.epoch !== frame.position.epoch) return 'resync';
      if (frame.position.offset < state.position.offset) return state;
      if (frame.position.offset === state.position.offset && frame.rows.length === 0 && frame.thinned === 0)
        return state;
      const fresh = frame.position.offset > state.position.offset;
      return {
        ...merge(state, frame.rows, state.position.offset),
        thinned: state.thinned + (fresh ? frame.thinned : 0),
        position: frame.position,
      };
    }
    default:
      return exhaustive(frame);
  }
}

function applySnapshot(
  state: ChatState,
  frame: Extract<ChatFrame, { readonly kind: 'snapshot' }>,
): ChatState {
  const continues = !frame.reset && state.position?.epoch === frame.position.epoch;
  if (continues) {
    return { ...merge(state, frame.rows, state.position?.offset ?? -1), position: frame.position };
  }
  const rows = merge(EMPTY_CHAT, frame.rows, -1).rows;
  return {
    position: frame.position,
    rows,
    received: state.received,
    thinned: state.thinned + (frame.skipped ?? 0),
    resets: state.resets + (state.position === undefined ? 0 : 1),
  };
}

function merge(state: ChatState, incoming: readonly ChatRow[], known: number): ChatState {
  if (incoming.length === 0) return state;
  const appended: ChatRow[] = [];
  const place = new Map<string, number>();
  const replaced = new Map<string, ChatRow>();
  const ids = new Set(state.rows.map((row) => row.id));
  for (const row of incoming) {
    const at = place.get(row.id);
    if (at !== undefined) appended[at] = row;
    else if (ids.has(row.id)) replaced.set(row.id, row);
    else if (row.offset > known) {
      place.set(row.id, appended.length);
      appended.push(row);
    }
  }
  const kept = replaced.size === 0 ? state.rows : state.rows.map((row) => renew(row, replaced.get(row.id)));
  const rows = trim([...kept, ...inOrder(appended)]);
  return { ...state, rows, received: state.received + appended.length };
}

/** A row told again keeps its place in the list. */
function renew(row: ChatRow, again: ChatRow | undefined): ChatRow {
  return again === undefined ? row : { ...again, offset: row.offset };
}

function inOrder(rows: ChatRow[]): readonly ChatRow[] {
  return rows.sort((a, b) => a.offset - b.offset);
}

function trim(rows: readonly ChatRow[]): readonly ChatRow[] {
  return rows.length <= KEEP_ROWS ? rows : rows.slice(rows.length - KEEP_ROWS);
}
