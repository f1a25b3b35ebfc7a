import { DEFAULT_VARIANTS, type Variants, type WordListContent } from '../../../../shared/rules/words.ts';

/** A word list as it is being typed. */
export interface ListDraft {
  readonly name: string;
  readonly note: string;
  /** One a line. */
  readonly words: string;
  readonly except: string;
  readonly variants: Variants;
  /** Empty: a list of the whole hub. */
  readonly roomIds: readonly string[];
}

/** A draft of what there is. */
export function draftOf(list: WordListContent): ListDraft {
  return {
    name: list.name,
    note: list.note ?? '',
    words: list.words.join('\n'),
    except: list.except.join('\n'),
    variants: list.variants,
    roomIds: list.roomIds ?? [],
  };
}

/** A new list. */
export function newDraft(name: string): ListDraft {
  return { name, note: '', words: '', except: '', variants: DEFAULT_VARIANTS, roomIds: [] };
}

/** The list as the API takes it. Words are between lines or commas; what is doubled is one. */
export function contentOf(draft: ListDraft): WordListContent {
  return {
    name: draft.name.trim(),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    ...(draft.roomIds.length === 0 ? {} : { roomIds: draft.roomIds }),
    variants: draft.variants,
    words: linesOf(draft.words),
    except: linesOf(draft.except),
  };
}

/** Adds words to what is typed, each once; says how many were new. */
export function withWords(
  typed: string,
  words: readonly string[],
): { readonly text: string; readonly added: number } {
  const before = linesOf(typed);
  const all = [...new Set([...before, ...words])];
  return { text: all.join('\n'), added: all.length - before.length };
}

/** Words one a line (a comma may be part of a word only in a file), each once. */
export function linesOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[\n\r,，、;；]+/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
}
