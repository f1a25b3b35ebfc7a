import { z } from 'zod';
import type { Clock } from '../../../shared/domain/effects.ts';
import { type Fault, faultText } from '../../../shared/domain/fault.ts';
import { RULE_LIMITS } from '../../../shared/rules/limits.ts';
import { type RuleDefinition, RuleDefinitionSchema } from '../../../shared/rules/rule.ts';
import type { BundlePart, BundleReport, RuleBundle } from '../../../shared/rules/views.ts';
import { listsNamed } from '../../../shared/rules/walk.ts';
import {
  ListIdSchema,
  RuleIdSchema,
  type WordList,
  WordListContentSchema,
} from '../../../shared/rules/words.ts';
import type { Editor, Keeper } from './keeper.ts';
import type { Library } from './library.ts';
import type { WordLists } from './lists.ts';
import { editable } from './rule-views.ts';
import { type Scope, sees } from './scope.ts';

/** The frame of a document; its parts are checked one by one, so that one bad rule does not keep out the others. */
const FrameSchema = z.object({
  format: z.literal('changkong.rules'),
  version: z.literal(1),
  rules: z.array(z.object({ id: RuleIdSchema, definition: z.unknown() })).max(RULE_LIMITS.rules),
  lists: z.array(z.looseObject({ id: ListIdSchema })).max(RULE_LIMITS.lists),
});

/** The newest versions of the rules a session may change, with the lists they name. */
export function exportBundle(
  deps: { readonly library: Library; readonly clock: Clock },
  ruleIds: readonly string[] | undefined,
  scope: Scope,
): RuleBundle {
  const { library } = deps;
  const rules = library.heads().flatMap((head) => {
    if (head.archivedAt !== undefined || (ruleIds !== undefined && !ruleIds.includes(head.id))) return [];
    const held = library.held(head.id, head.newest);
    return held === undefined || !editable(library, head, scope)
      ? []
      : [{ id: head.id, definition: held.definition }];
  });
  const named = new Set(rules.flatMap((rule) => listsNamed(rule.definition.when).map((each) => each.id)));
  const lists = library.listHeads().flatMap(({ id }) => {
    const list = library.list(id);
    if (list === undefined || !sees(scope, list.roomIds)) return [];
    return ruleIds === undefined || named.has(id) ? [contentOf(list)] : [];
  });
  return { format: 'changkong.rules', version: 1, exportedAt: deps.clock.now(), rules, lists };
}

/** Takes a document in: lists first, then rules as drafts; what is as it was stays as it is. */
export async function importBundle(
  deps: { readonly library: Library; readonly keeper: Keeper; readonly lists: WordLists },
  bundle: unknown,
  editor: Editor,
): Promise<BundleReport | { readonly problem: string }> {
  const frame = FrameSchema.safeParse(bundle);
  if (!frame.success) return { problem: issuesOf(frame.error) };
  const lists: BundlePart[] = [];
  for (const raw of frame.data.lists) lists.push(await takeList(deps, raw, editor));
  const rules: BundlePart[] = [];
  for (const raw of frame.data.rules) rules.push(await takeRule(deps, raw, editor));
  return { rules, lists };
}

async function takeList(
  { library, lists }: { readonly library: Library; readonly lists: WordLists },
  raw: { readonly id: string },
  editor: Editor,
): Promise<BundlePart> {
  const parsed = WordListContentSchema.safeParse(raw);
  if (!parsed.success) return refused(raw.id, raw.id, issuesOf(parsed.error));
  const { name } = parsed.data;
  const held = library.list(raw.id);
  if (held !== undefined && isSame({ id: raw.id, ...parsed.data }, contentOf(held)))
    return { id: raw.id, name, outcome: 'unchanged' };
  const change = { baseVersion: held?.version ?? 0, content: parsed.data, remark: 'import' };
  const saved = await lists.save(raw.id, change, editor);
  if (!saved.ok) return refusedBy(raw.id, name, saved.fault);
  return { id: raw.id, name, outcome: held === undefined ? 'added' : 'new_version' };
}

async function takeRule(
  { library, keeper }: { readonly library: Library; readonly keeper: Keeper },
  raw: { readonly id: string; readonly definition: unknown },
  editor: Editor,
): Promise<BundlePart> {
  const parsed = RuleDefinitionSchema.safeParse(raw.definition);
  if (!parsed.success) return refused(raw.id, raw.id, issuesOf(parsed.error));
  const definition: RuleDefinition = parsed.data;
  const head = library.head(raw.id);
  const held = head === undefined ? undefined : library.held(raw.id, head.newest);
  if (held !== undefined && isSame(held.definition, definition))
    return { id: raw.id, name: definition.name, outcome: 'unchanged' };
  const change = { baseVersion: head?.newest ?? 0, definition, remark: 'import' };
  const saved = await keeper.save(raw.id, change, editor);
  if (!saved.ok) return refusedBy(raw.id, definition.name, saved.fault);
  return { id: raw.id, name: definition.name, outcome: head === undefined ? 'added' : 'new_version' };
}

function contentOf(list: WordList): RuleBundle['lists'][number] {
  const { version: _version, at: _at, by: _by, remark: _remark, ...content } = list;
  return content;
}

/** Equal as JSON, whatever the order of keys. */
function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function issuesOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': '))
    .join('; ');
}

function refused(id: string, name: string, why: string): BundlePart {
  return { id, name, outcome: 'refused', text: { zh: `内容不合要求：${why}`, en: `Not valid: ${why}` } };
}

function refusedBy(id: string, name: string, fault: Fault): BundlePart {
  return { id, name, outcome: 'refused', text: { zh: faultText(fault, 'zh'), en: faultText(fault, 'en') } };
}
