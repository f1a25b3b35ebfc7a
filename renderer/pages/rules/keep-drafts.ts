import type { Dispose } from '../../../shared/domain/effects.ts';
import type { ConnectionState } from '../../transport/connection.ts';
import { draftText, readDraft } from './logic/kept-draft.ts';
import type { RuleDraft, StudioModel } from './model.ts';

/** Where drafts are kept on this machine: each under a name of its own, so that windows do not overwrite each other. */
export interface DraftStorage {
  readonly names: () => readonly string[];
  readonly read: (name: string) => string | null;
  /** Throws where the machine keeps nothing, or nothing more. */
  readonly write: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
}

const PREFIX = 'changkong.rule-draft.';

/**
 * Keeps what a member writes in the studio, rule by rule, and brings it back when that member is here
 * again. Drafts of others who use this machine stay where they are, unseen.
 */
export function keepDrafts(
  model: StudioModel,
  connection: {
    readonly getState: () => ConnectionState;
    readonly subscribe: (listener: (state: ConnectionState) => void) => Dispose;
  },
  storage: DraftStorage,
): Dispose {
  let memberId: string | undefined;
  let kept: ReadonlyMap<string, RuleDraft> = new Map();
  const nameOf = (member: string, ruleId: string): string =>
    `${PREFIX}${encodeURIComponent(member)}.${encodeURIComponent(ruleId)}`;

  const arrive = (state: ConnectionState): void => {
    if (state.kind !== 'open' || state.member.id === memberId) return;
    const start = `${PREFIX}${encodeURIComponent(state.member.id)}.`;
    const drafts = new Map<string, RuleDraft>();
    for (const name of attempted(() => storage.names(), [])) {
      if (!name.startsWith(start)) continue;
      const draft = readDraft(attempted(() => storage.read(name), null));
      if (draft !== null) drafts.set(decodeURIComponent(name.slice(start.length)), draft);
    }
    memberId = state.member.id;
    kept = drafts;
    model.setState({ drafts });
  };
  const changed = (drafts: ReadonlyMap<string, RuleDraft>): void => {
    if (memberId === undefined || drafts === kept) return;
    const before = kept;
    kept = drafts;
    try {
      for (const [ruleId, draft] of drafts)
        if (before.get(ruleId) !== draft) storage.write(nameOf(memberId, ruleId), draftText(draft));
      for (const ruleId of before.keys()) if (!drafts.has(ruleId)) storage.remove(nameOf(memberId, ruleId));
      if (model.getState().isUnkept) model.setState({ isUnkept: false });
    } catch {
      // Said beside the draft: there is nowhere else to put it.
      if (!model.getState().isUnkept) model.setState({ isUnkept: true });
    }
  };
  arrive(connection.getState());
  const stops = [connection.subscribe(arrive), model.subscribe((state) => changed(state.drafts))];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Drafts in the browser's own storage. */
export function browserDrafts(storage: () => Storage): DraftStorage {
  return {
    names: () => Object.keys(storage()),
    read: (name) => storage().getItem(name),
    write: (name, text) => storage().setItem(name, text),
    remove: (name) => storage().removeItem(name),
  };
}

function attempted<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
