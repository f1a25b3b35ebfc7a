import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { formatOf, readWords, takeWords, type WordImport } from '../../../shared/rules/import-words.ts';
import { RULE_LIMITS } from '../../../shared/rules/limits.ts';
import type { ImportReport, WordListDetail, WordListView } from '../../../shared/rules/views.ts';
import { listsNamed } from '../../../shared/rules/walk.ts';
import { DEFAULT_VARIANTS, type WordList, type WordListContent } from '../../../shared/rules/words.ts';
import { auditOf } from '../desk.ts';
import { createTurns } from '../turns.ts';
import type { Editor } from './keeper.ts';
import type { Library } from './library.ts';
import { mayEdit, type Scope, sees, shownRooms } from './scope.ts';
import { decodeFile } from './upload.ts';

/** A file of words as it was handed in. */
export interface WordFile {
  readonly format: 'auto' | 'text' | 'csv' | 'json';
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
  readonly mode: 'add' | 'replace';
}

/** What changed, and what was left out. */
export type Reported = WordListDetail & { readonly report: ImportReport };

/** Word lists: kept in versions, read from files. */
export interface WordLists {
  readonly views: (scope: Scope) => readonly WordListView[];
  readonly open: (
    listId: string,
    version: number | undefined,
    scope: Scope,
  ) => Promise<Result<WordListDetail>>;
  readonly get: (listId: string, version: number | undefined, scope: Scope) => Promise<Result<WordList>>;
  readonly save: (
    listId: string,
    change: {
      readonly baseVersion: number;
      readonly content: WordListContent;
      readonly remark?: string | undefined;
    },
    editor: Editor,
  ) => Promise<Result<Reported>>;
  readonly rollBack: (
    listId: string,
    toVersion: number,
    remark: string | undefined,
    editor: Editor,
  ) => Promise<Result<WordListDetail>>;
  readonly remove: (listId: string, editor: Editor) => Promise<Result<null>>;
  /** What a file would bring into a list, or into a new one. */
  readonly read: (listId: string | undefined, file: WordFile, scope: Scope) => Result<WordImport>;
  readonly import: (
    listId: string,
    change: { readonly baseVersion: number; readonly file: WordFile; readonly remark?: string | undefined },
    editor: Editor,
  ) => Promise<Result<Reported>>;
}

/** Makes the keeper of word lists. */
export function createWordLists(deps: { readonly library: Library; readonly clock: Clock }): WordLists {
  const { library, clock } = deps;
  const turns = createTurns();

  const usedBy = (listId: string, scope: Scope): WordListView['usedBy'] =>
    library.heads().flatMap((head) => {
      if (head.archivedAt !== undefined) return [];
      const held = [head.newest, head.live, head.shadow].flatMap((version) =>
        version === undefined ? [] : (library.held(head.id, version) ?? []),
      );
      const names = held.some(({ definition }) =>
        listsNamed(definition.when).some((each) => each.id === listId),
      );
      if (!names || !held.some(({ definition }) => sees(scope, definition.roomIds))) return [];
      return [{ ruleId: head.id, name: held[0]?.definition.name ?? head.id }];
    });
  const viewOf = (list: WordList, scope: Scope): WordListView => {
    const { words, except, ...rest } = list;
    const roomIds = shownRooms(scope, list.roomIds);
    return {
      ...rest,
      ...(roomIds === undefined ? {} : { roomIds }),
      wordCount: words.length,
      exceptCount: except.length,
      usedBy: usedBy(list.id, scope),
      mayEdit: mayEdit(scope, list.roomIds),
    };
  };
  const newest = (listId: string, scope: Scope): Result<WordList> => {
    const list = library.list(listId);
    if (list === undefined) return fail(fault('not_found', listId));
    return sees(scope, list.roomIds) ? ok(list) : fail(fault('forbidden', listId));
  };
  const get: WordLists['get'] = async (listId, version, scope) => {
    const last = newest(listId, scope);
    if (!last.ok || version === undefined || version === last.value.version) return last;
    const found = await library.readList(listId, version);
    return found.ok && !sees(scope, found.value.roomIds) ? fail(fault('forbidden', listId)) : found;
  };
  const detail = async (list: WordList, scope: Scope): Promise<WordListDetail> => {
    const all = (await library.listVersions(list.id)).toSorted((a, b) => b.version - a.version);
    const roomIds = shownRooms(scope, list.roomIds);
    return {
      view: viewOf(library.list(list.id) ?? list, scope),
      list: { ...list, ...(roomIds === undefined ? {} : { roomIds }) },
      versions: all
        .filter((each) => sees(scope, each.roomIds))
        .map((each, at) => ({
          version: each.version,
          at: each.at,
          by: each.by,
          ...(each.remark === undefined ? {} : { remark: each.remark }),
          wordCount: each.words.length,
          ...changesBetween(all[at + 1], each),
        })),
    };
  };
  const put = async (
    listId: string,
    content: WordListContent,
    remark: string | undefined,
    by: Actor,
    what: string,
  ): Promise<Result<WordList>> => {
    const others = library.listHeads().flatMap(({ id }) => (id === listId ? [] : (library.list(id) ?? [])));
    const size = [...others, content].reduce((sum, each) => sum + each.words.length + each.except.length, 0);
    if (size > RULE_LIMITS.hubWords)
      return fail(fault('too_large', `${size} words in all lists, at most ${RULE_LIMITS.hubWords}`));
    const now = clock.now();
    const head = library.listHeads().find((each) => each.id === listId);
    // A list that was removed and comes again goes on counting: no version ever means two things.
    const before =
      head?.newest ?? Math.max(0, ...(await library.listVersions(listId)).map((each) => each.version));
    const list: WordList = {
      ...content,
      id: listId,
      version: before + 1,
      at: now,
      by,
      ...(remark === undefined ? {} : { remark }),
    };
    const saved = await library.putList(
      { id: listId, newest: list.version, createdAt: head?.createdAt ?? now },
      list,
      [
        auditOf(now, by, what, {
          subject: listId,
          detail: `${list.name} v${list.version} ${list.words.length} words`,
        }),
      ],
    );
    return saved.ok ? ok(list) : saved;
  };
  /** Whether somebody may write the list now, made on the version they saw. */
  const refusal = (
    listId: string,
    baseVersion: number,
    roomIds: readonly string[] | undefined,
    { scope }: Editor,
  ) => {
    const held = library.list(listId);
    if (held === undefined && baseVersion !== 0) return fault('not_found', listId);
    if (!mayEdit(scope, roomIds) || (held !== undefined && !mayEdit(scope, held.roomIds)))
      return fault('forbidden', 'limited to rooms');
    if (held !== undefined && held.version !== baseVersion)
      return fault('conflict', `version ${held.version}`);
    if (held === undefined && library.listHeads().length >= RULE_LIMITS.lists)
      return fault('too_large', `${RULE_LIMITS.lists} lists`);
    return undefined;
  };
  const readFile = (held: WordList | undefined, file: WordFile): Result<WordImport> => {
    const decoded = decodeFile(file);
    if (!decoded.ok) return decoded;
    const format = file.format === 'auto' ? formatOf(decoded.value.text) : file.format;
    const { words, malformed } = readWords(decoded.value.text, format);
    const isNew = file.mode === 'replace' || held === undefined;
    return ok(
      takeWords(words, {
        variants: held?.variants ?? DEFAULT_VARIANTS,
        words: isNew ? [] : held.words,
        except: isNew ? [] : held.except,
        format,
        encoding: decoded.value.encoding,
        malformed,
      }),
    );
  };

  return {
    get,
    views: (scope) =>
      library.listHeads().flatMap(({ id }) => {
        const list = library.list(id);
        return list === undefined || !sees(scope, list.roomIds) ? [] : [viewOf(list, scope)];
      }),
    async open(listId, version, scope) {
      const found = await get(listId, version, scope);
      return found.ok ? ok(await detail(found.value, scope)) : found;
    },
    save: (listId, { baseVersion, content, remark }, editor) =>
      turns.take(listId, async () => {
        const problem = refusal(listId, baseVersion, content.roomIds, editor);
        if (problem !== undefined) return fail(problem);
        const raw = [
          ...content.words.map((value, at) => ({ line: at + 1, value, kind: 'word' as const })),
          ...content.except.map((value, at) => ({ line: at + 1, value, kind: 'except' as const })),
        ];
        const { variants } = content;
        const taken = takeWords(raw, { variants, words: [], except: [], format: 'text', encoding: 'text' });
        const { words, except, report } = taken;
        const saved = await put(listId, { ...content, words, except }, remark, editor.by, 'word_list.save');
        return saved.ok ? ok({ ...(await detail(saved.value, editor.scope)), report }) : saved;
      }),
    rollBack: (listId, toVersion, remark, editor) =>
      turns.take(listId, async () => {
        const last = newest(listId, editor.scope);
        if (!last.ok) return last;
        const found = await library.readList(listId, toVersion);
        if (!found.ok) return found;
        const problem = refusal(listId, last.value.version, found.value.roomIds, editor);
        if (problem !== undefined) return fail(problem);
        const { id: _id, version: _v, at: _at, by: _by, remark: _r, ...content } = found.value;
        const why = remark ?? `= v${toVersion}`;
        const saved = await put(listId, content, why, editor.by, 'word_list.roll_back');
        return saved.ok ? ok(await detail(saved.value, editor.scope)) : saved;
      }),
    remove: (listId, editor) =>
      turns.take(listId, async () => {
        const last = newest(listId, editor.scope);
        if (!last.ok) return last;
        const problem = refusal(listId, last.value.version, last.value.roomIds, editor);
        if (problem !== undefined) return fail(problem);
        const users = usedBy(listId, undefined);
        if (users.length > 0)
          return fail(fault('conflict', `in use: ${users.map((each) => each.ruleId).join(', ')}`));
        return library.removeList(listId, [
          auditOf(clock.now(), editor.by, 'word_list.remove', { subject: listId, detail: last.value.name }),
        ]);
      }),
    read(listId, file, scope) {
      const held = listId === undefined ? undefined : library.list(listId);
      if (held !== undefined && !mayEdit(scope, held.roomIds)) return fail(fault('forbidden', listId));
      return readFile(held, file);
    },
    import: (listId, { baseVersion, file, remark }, editor) =>
      turns.take(listId, async () => {
        const held = library.list(listId);
        if (held === undefined) return fail(fault('not_found', listId));
        const problem = refusal(listId, baseVersion, held.roomIds, editor);
        if (problem !== undefined) return fail(problem);
        const taken = readFile(held, file);
        if (!taken.ok) return taken;
        const { words, except, report } = taken.value;
        const { id: _id, version: _v, at: _at, by: _by, remark: _r, ...content } = held;
        const saved = await put(listId, { ...content, words, except }, remark, editor.by, 'word_list.import');
        return saved.ok ? ok({ ...(await detail(saved.value, editor.scope)), report }) : saved;
      }),
  };
}

function changesBetween(
  before: WordList | undefined,
  after: WordList,
): { readonly added: number; readonly removed: number } {
  const old = new Set(before?.words ?? []);
  const now = new Set(after.words);
  const added = [...now].filter((word) => !old.has(word)).length;
  return { added, removed: [...old].filter((word) => !now.has(word)).length };
}
