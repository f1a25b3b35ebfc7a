import type { ChatRow } from '../../shared/api/views.ts';
import { addMoney, type Money } from '../../shared/domain/money.ts';
import { AMBIENT } from './row-filter.ts';

/** Moderation of the room itself, told by its new value. */
const MODES: ReadonlySet<string> = new Set(['slow_mode', 'room_mute']);
/** How many rows the live list holds: more than any screen shows, few enough for every frame. */
export const WINDOW_ROWS = 60;
/** Rows looked at to fill the window when rows are filtered out or collapsed. */
const REACH = 900;

/** Above this many new rows a second repeats collapse… */
export const COLLAPSE_ABOVE = 60;
/** …and until below this many again, so that the list does not flip back and forth. */
export const COLLAPSE_UNTIL = 40;

/** One line of the live list. `row` is the newest of those it stands for. */
export interface LiveItem {
  readonly key: string;
  readonly kind: 'one' | 'repeat' | 'ambient' | 'combo';
  readonly row: ChatRow;
  /** How many rows it stands for. */
  readonly times: number;
  /** A combo's gifts and their money together. */
  readonly count?: number | undefined;
  readonly money?: Money | undefined;
}

export interface WindowOptions {
  readonly shows: (row: ChatRow) => boolean;
  /** Rows that must stand alone: flagged ones. */
  readonly single: (row: ChatRow) => boolean;
  readonly collapse: boolean;
  readonly size?: number;
  /** The row's {@link repeatKey}, where the caller remembers it. */
  readonly sameAs?: (row: ChatRow) => string;
}

/** Whether repeats collapse now, given whether they did and how many rows came in the last second. */
export function collapsing(before: boolean, rowsPerSecond: number): boolean {
  return rowsPerSecond > (before ? COLLAPSE_UNTIL : COLLAPSE_ABOVE);
}

/**
 * The newest lines, oldest first. Joins of the audience fold into one line, gifts of one combo and moderation of one kind too;
 * while `collapse` is on, the same words by anybody fold into their newest line. Flagged rows never fold.
 */
export function liveWindow(rows: readonly ChatRow[], options: WindowOptions): readonly LiveItem[] {
  const size = options.size ?? WINDOW_ROWS;
  const items: LiveItem[] = [];
  const place = new Map<string, number>();
  const oldest = Math.max(0, rows.length - REACH);
  for (let index = rows.length - 1; index >= oldest; index -= 1) {
    const row = rows[index];
    if (row === undefined || !options.shows(row)) continue;
    const fold = options.single(row) ? undefined : foldOf(row, options, items.at(-1));
    const at = fold === undefined ? undefined : place.get(fold.key);
    const head = at === undefined ? undefined : items[at];
    if (at !== undefined && head !== undefined) {
      items[at] = joined(head, row);
      continue;
    }
    if (items.length >= size) break;
    if (fold !== undefined) place.set(fold.key, items.length);
    items.push(alone(row, fold));
  }
  return items.reverse();
}

interface Fold {
  readonly key: string;
  readonly kind: 'repeat' | 'ambient' | 'combo';
}

function foldOf(row: ChatRow, options: WindowOptions, newer: LiveItem | undefined): Fold | undefined {
  const { collapse, sameAs } = options;
  if (AMBIENT.has(row.kind)) {
    // Only neighbours fold, unless the room is too fast to read anyway.
    const neighbour = newer?.kind === 'ambient' && newer.row.kind === row.kind;
    return {
      kind: 'ambient',
      key: collapse || neighbour ? ambientKey(row, newer, collapse) : `one:${row.id}`,
    };
  }
  // What was done to the room itself stands alone: "slow mode off and 1 more" says nothing.
  if (row.kind === 'mod_action') {
    if (MODES.has(row.code ?? '')) return undefined;
    return { kind: 'ambient', key: `mod:${row.code ?? ''}` };
  }
  if (row.comboId !== undefined) {
    return { kind: 'combo', key: `combo:${row.comboId}:${row.person?.id ?? ''}` };
  }
  if (collapse && row.kind === 'chat')
    return { kind: 'repeat', key: `same:${sameAs?.(row) ?? repeatKey(row.text)}` };
  return undefined;
}

function ambientKey(row: ChatRow, newer: LiveItem | undefined, collapse: boolean): string {
  return collapse ? `ambient:${row.kind}` : (newer?.key ?? `one:${row.id}`);
}

function alone(row: ChatRow, fold: Fold | undefined): LiveItem {
  if (fold === undefined) return { key: row.id, kind: 'one', row, times: 1 };
  return { key: fold.key, kind: fold.kind, row, times: 1, count: row.count, money: row.money };
}

function joined(head: LiveItem, row: ChatRow): LiveItem {
  if (head.kind !== 'combo') return { ...head, times: head.times + 1 };
  return {
    ...head,
    times: head.times + 1,
    count: (head.count ?? 0) + (row.money === undefined ? 0 : (row.count ?? 0)),
    money: sum(head.money, row.money),
  };
}

function sum(a: Money | undefined, b: Money | undefined): Money | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.unit === b.unit && a.scale === b.scale ? addMoney(addMoney({}, a), b)[a.unit] : a;
}

/** Remembers each row's {@link repeatKey} for as long as the row is held. */
export function rememberKeys(): (row: ChatRow) => string {
  const known = new WeakMap<ChatRow, string>();
  return (row) => {
    const key = known.get(row) ?? repeatKey(row.text);
    known.set(row, key);
    return key;
  };
}

/** Words that are the same to a reader: width, case, spaces and the length of a run do not matter. */
export function repeatKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/(.)\1{2,}/gu, '$1$1')
    .replace(/(.{2,8}?)\1+/gu, '$1');
}
