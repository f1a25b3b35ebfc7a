import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PersonCard } from '../../../shared/api/views.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { Frozen } from '../../logic/frozen.ts';
import type { KeyMode } from '../../logic/keys.ts';
import type { Harsh, Plan } from '../../logic/plan.ts';
import type { RowFilter } from '../../logic/row-filter.ts';
import type { Subject } from '../../logic/subject.ts';

/** What became of each action one tried to take back. */
export interface UndoReport {
  readonly lines: readonly { readonly name: string; readonly fault?: Fault | undefined }[];
}

/** What the person at the workbench is looking at and in the middle of. */
export interface WorkbenchState {
  readonly mode: KeyMode;
  readonly pane: 'queue' | 'live';
  readonly subject: Subject | null;
  /** The queue over all rooms, or this room's alone. */
  readonly scope: 'all' | 'room';
  readonly category?: string | undefined;
  readonly rowFilter: RowFilter;
  readonly rowText: string;
  /** Whether comings, likes and the like are shown too. */
  readonly ambient: boolean;
  readonly frozen: Frozen | null;
  /** People taken out of a raid by hand, by person id. */
  readonly leftOut: ReadonlySet<string>;
  /** An action that waits to be confirmed by holding. */
  readonly pending: { readonly plan: Plan; readonly harsh: readonly Harsh[] } | null;
  readonly dialog: 'help' | 'history' | null;
  /** The receipt group whose reason is being given. */
  readonly reasonFor: string | null;
  readonly undoReport: UndoReport | null;
  /** Cards by `room|person`, the latest that were fetched. */
  readonly cards: ReadonlyMap<string, PersonCard>;
}

export type WorkbenchModel = StoreApi<WorkbenchState>;

const KEEP_CARDS = 100;

/** A workbench where nothing is chosen yet. */
export function createModel(): WorkbenchModel {
  return createStore<WorkbenchState>(() => ({
    mode: 'normal',
    pane: 'queue',
    subject: null,
    scope: 'all',
    rowFilter: 'all',
    rowText: '',
    ambient: false,
    frozen: null,
    leftOut: new Set(),
    pending: null,
    dialog: null,
    reasonFor: null,
    undoReport: null,
    cards: new Map(),
  }));
}

/** The key of a card. */
export function cardKey(roomId: string, personId: string): string {
  return `${roomId}|${personId}`;
}

/** Keeps a fetched card, and the newest hundred. */
export function keepCard(model: WorkbenchModel, card: PersonCard): void {
  const cards = new Map(model.getState().cards);
  const key = cardKey(card.roomId, card.person.id);
  cards.delete(key);
  cards.set(key, card);
  for (const old of [...cards.keys()].slice(0, Math.max(0, cards.size - KEEP_CARDS))) cards.delete(old);
  model.setState({ cards });
}

/** Chooses what the card is about; a raid's left-out accounts belong to the choice before. */
export function choose(model: WorkbenchModel, subject: Subject | null): void {
  const before = model.getState().subject;
  const same = before?.kind === 'flag' && subject?.kind === 'flag' && before.flagId === subject.flagId;
  model.setState(same ? { subject } : { subject, mode: 'normal', leftOut: new Set() });
}
