import { checkRule } from '../../../shared/rules/check.ts';
import { describeRule } from '../../../shared/rules/describe.ts';
import type { PatternEngine } from '../../../shared/rules/patterns.ts';
import type { RuleDefinition, RuleHead, RuleVersion } from '../../../shared/rules/rule.ts';
import { stateOf, stateOfRule } from '../../../shared/rules/states.ts';
import type { RuleCountsOf, RuleDetail, RuleView } from '../../../shared/rules/views.ts';
import type { Counter } from './counts.ts';
import type { Library } from './library.ts';
import { listsSeen, mayEdit, type Scope, sees, shownRooms } from './scope.ts';

/** What views are made of. */
export interface ViewDeps {
  readonly library: Library;
  readonly counter: Counter;
  readonly engine: PatternEngine;
}

/** A rule as a session sees it; undefined where it is for other rooms only. */
export function ruleView(deps: ViewDeps, head: RuleHead, scope: Scope): RuleView | undefined {
  const { library } = deps;
  const newest = library.held(head.id, head.newest);
  if (newest === undefined || !isSeen(library, head, scope)) return undefined;
  const { definition } = newest;
  const roomIds = shownRooms(scope, definition.roomIds);
  return {
    ...head,
    name: definition.name,
    ...(roomIds === undefined ? {} : { roomIds }),
    state: stateOfRule(head),
    hasDraft: head.newest !== head.live && head.newest !== head.shadow,
    lines: describeRule(shownDefinition(definition, scope), listsSeen(scope, library.list)),
    mayEdit: editable(library, head, scope),
    counts: countsOf(deps, head, scope),
  };
}

/** What a rule did in the rooms a session sees; undefined where the rule is for other rooms only. */
export function ruleCounts(deps: ViewDeps, head: RuleHead, scope: Scope): RuleCountsOf | undefined {
  return isSeen(deps.library, head, scope)
    ? { ruleId: head.id, counts: countsOf(deps, head, scope) }
    : undefined;
}

/** A rule opened, with the versions the session may see. */
export async function ruleDetail(
  deps: ViewDeps,
  head: RuleHead,
  scope: Scope,
): Promise<RuleDetail | undefined> {
  const rule = ruleView(deps, head, scope);
  if (rule === undefined) return undefined;
  const all = (await deps.library.versions(head.id)).toSorted((a, b) => b.version - a.version);
  const versions = all
    .filter((each) => sees(scope, each.definition.roomIds))
    .map((each) => ({ ...shownVersion(each, scope), state: stateOf(head, each.version) }));
  const newest = deps.library.held(head.id, head.newest);
  const problems =
    newest === undefined
      ? []
      : checkRule(newest.definition, listsSeen(scope, deps.library.list), deps.engine);
  return { rule, versions, problems };
}

/** Whether a session may change a rule: all versions that matter now are for its own rooms. */
export function editable(library: Library, head: RuleHead, scope: Scope): boolean {
  return versionsNow(library, head).every((each) => mayEdit(scope, each.definition.roomIds));
}

/** A definition without rooms and people the session may not know of. */
export function shownDefinition(definition: RuleDefinition, scope: Scope): RuleDefinition {
  const roomIds = shownRooms(scope, definition.roomIds);
  if (scope === undefined || roomIds === undefined) return definition;
  return { ...definition, roomIds };
}

function countsOf({ counter }: ViewDeps, head: RuleHead, scope: Scope): RuleView['counts'] {
  return {
    live: counter.of(head.id, head.live, scope),
    shadow: counter.of(head.id, head.shadow, scope),
  };
}

function shownVersion(version: RuleVersion, scope: Scope): RuleVersion {
  return { ...version, definition: shownDefinition(version.definition, scope) };
}

function isSeen(library: Library, head: RuleHead, scope: Scope): boolean {
  return versionsNow(library, head).some((each) => sees(scope, each.definition.roomIds));
}

function versionsNow(library: Library, head: RuleHead): readonly RuleVersion[] {
  return [head.newest, head.live, head.shadow].flatMap((version) =>
    version === undefined ? [] : (library.held(head.id, version) ?? []),
  );
}
