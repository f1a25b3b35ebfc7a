import type { Actor } from '../../../shared/domain/actor.ts';
import type { AuditDraft } from '../../../shared/domain/audit.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { checkRule } from '../../../shared/rules/check.ts';
import { RULE_LIMITS } from '../../../shared/rules/limits.ts';
import type { PatternEngine } from '../../../shared/rules/patterns.ts';
import type { Halt, RuleDefinition, RuleHead, RuleVersion } from '../../../shared/rules/rule.ts';
import { staged } from '../../../shared/rules/states.ts';
import { listsNamed } from '../../../shared/rules/walk.ts';
import { auditOf } from '../desk.ts';
import { createTurns } from '../turns.ts';
import { keyOf, type Library } from './library.ts';
import { editable } from './rule-views.ts';
import { listsSeen, mayEdit, type Scope } from './scope.ts';

/** Who changes a rule, and in which rooms they may. */
export interface Editor {
  readonly by: Actor;
  readonly scope: Scope;
}

/** Changing rules: one change of a rule after the other, each with an audit entry. */
export interface Keeper {
  readonly save: (
    ruleId: string,
    change: {
      readonly baseVersion: number;
      readonly definition: RuleDefinition;
      readonly remark?: string | undefined;
    },
    editor: Editor,
  ) => Promise<Result<RuleHead>>;
  readonly stage: (
    ruleId: string,
    version: number,
    to: 'draft' | 'shadow' | 'live',
    editor: Editor,
  ) => Promise<Result<RuleHead>>;
  readonly rollBack: (
    ruleId: string,
    toVersion: number,
    remark: string | undefined,
    editor: Editor,
  ) => Promise<Result<RuleHead>>;
  readonly archive: (ruleId: string, isArchived: boolean, editor: Editor) => Promise<Result<RuleHead>>;
  /** Ends a brake or a suspension. */
  readonly resume: (ruleId: string, editor: Editor) => Promise<Result<RuleHead>>;
  /** The rule itself is stopped by the core. */
  readonly halt: (ruleId: string, halt: Halt, by: Actor) => Promise<Result<RuleHead>>;
}

/** Words of addresses, which no rule may have as its id. */
const RESERVED: ReadonlySet<string> = new Set([
  'feed',
  'schema',
  'export',
  'import',
  'check',
  'try',
  'backtests',
]);

/** Keeps the library in order. */
export function createKeeper(deps: {
  readonly library: Library;
  readonly engine: PatternEngine;
  readonly clock: Clock;
}): Keeper {
  const { library, engine, clock } = deps;
  const turns = createTurns();

  const write = async (
    head: RuleHead,
    version: RuleVersion | undefined,
    by: Actor,
    what: string,
    detail: string,
  ): Promise<Result<RuleHead>> => {
    const saved = await library.putRule(head, version, [entry(by, what, head.id, detail)]);
    return saved.ok ? ok(head) : saved;
  };
  const entry = (by: Actor, what: string, subject: string, detail: string): AuditDraft =>
    auditOf(clock.now(), by, what, { subject, detail });
  /** The rule, if there is one and the session may change it. */
  const edit = (
    ruleId: string,
    { scope }: Editor,
    work: (head: RuleHead) => Promise<Result<RuleHead>>,
  ): Promise<Result<RuleHead>> =>
    turns.take(ruleId, async () => {
      const head = library.head(ruleId);
      if (head === undefined) return fail(fault('not_found', ruleId));
      if (!editable(library, head, scope)) return fail(fault('forbidden', 'limited to rooms'));
      return work(head);
    });
  /** What keeps a definition from being saved or run; lists of other rooms are not there for the session. */
  const firstError = (definition: RuleDefinition, scope: Scope): Fault | undefined => {
    const problem = checkRule(definition, listsSeen(scope, library.list), engine).find(
      (each) => each.level === 'error',
    );
    return problem === undefined ? undefined : fault('invalid', `${problem.path}: ${problem.text.en}`);
  };
  const touched = (head: RuleHead, by: Actor): RuleHead => ({
    ...head,
    updatedAt: clock.now(),
    updatedBy: by,
  });

  return {
    save: (ruleId, { baseVersion, definition, remark }, { by, scope }) =>
      turns.take(ruleId, async () => {
        const head = library.head(ruleId);
        if (RESERVED.has(ruleId)) return fail(fault('invalid', `ruleId: ${ruleId}`));
        if (head === undefined && baseVersion !== 0) return fail(fault('not_found', ruleId));
        if (!mayEdit(scope, definition.roomIds) || (head !== undefined && !editable(library, head, scope)))
          return fail(fault('forbidden', 'limited to rooms'));
        if (head !== undefined && head.newest !== baseVersion)
          return fail(fault('conflict', `version ${head.newest}`));
        const count = library.heads().filter((each) => each.archivedAt === undefined).length;
        if (head === undefined && count >= RULE_LIMITS.rules)
          return fail(fault('too_large', `${RULE_LIMITS.rules} rules`));
        await loadLists(library, definition);
        const problem = firstError(definition, scope);
        if (problem !== undefined) return fail(problem);
        const now = clock.now();
        const version = versionOf(ruleId, (head?.newest ?? 0) + 1, definition, now, by, { remark });
        const next: RuleHead =
          head === undefined
            ? { id: ruleId, newest: 1, createdAt: now, createdBy: by, updatedAt: now, updatedBy: by }
            : { ...touched(head, by), newest: version.version };
        const detail = [definition.name, `v${version.version}`, remark ?? ''].join(' ').trim();
        return write(next, version, by, 'rule.save', detail);
      }),
    stage: (ruleId, number, to, editor) =>
      edit(ruleId, editor, async (head) => {
        const found = await library.version(ruleId, number);
        if (!found.ok) return found;
        if (!mayEdit(editor.scope, found.value.definition.roomIds))
          return fail(fault('forbidden', 'limited to rooms'));
        if (to !== 'draft') {
          await loadLists(library, found.value.definition);
          const problem = firstError(found.value.definition, editor.scope);
          if (problem !== undefined) return fail(problem);
        }
        const next = staged(head, number, to, found.value.liveAt !== undefined);
        if (!next.ok || next.value === head) return next;
        const isFirst = to === 'live' && found.value.liveAt === undefined;
        const version = isFirst ? { ...found.value, liveAt: clock.now() } : undefined;
        return write(touched(next.value, editor.by), version, editor.by, `rule.${to}`, `v${number}`);
      }),
    rollBack: (ruleId, toVersion, remark, editor) =>
      edit(ruleId, editor, async (head) => {
        const found = await library.version(ruleId, toVersion);
        if (!found.ok) return found;
        const { definition, liveAt } = found.value;
        if (!mayEdit(editor.scope, definition.roomIds)) return fail(fault('forbidden', 'limited to rooms'));
        if (head.archivedAt !== undefined) return fail(fault('conflict', 'archived'));
        await loadLists(library, definition);
        const problem = firstError(definition, editor.scope);
        if (problem !== undefined) return fail(problem);
        const now = clock.now();
        // What was never live may not act by way of a roll-back: it counts in the shadow first.
        const isLive = head.live !== undefined && liveAt !== undefined;
        const version: RuleVersion = {
          ...versionOf(ruleId, head.newest + 1, definition, now, editor.by, { remark }),
          copyOf: toVersion,
          ...(isLive ? { liveAt: now } : {}),
        };
        const { live: _live, shadow: _shadow, halt: _halt, ...rest } = head;
        const runs = isLive
          ? { live: version.version }
          : {
              ...(head.live === undefined ? {} : { live: head.live }),
              ...(head.live === undefined && head.shadow === undefined ? {} : { shadow: version.version }),
            };
        const next: RuleHead = { ...touched({ ...rest, ...runs }, editor.by), newest: version.version };
        return write(next, version, editor.by, 'rule.roll_back', `v${version.version} = v${toVersion}`);
      }),
    archive: (ruleId, isArchived, editor) =>
      edit(ruleId, editor, async (head) => {
        if ((head.archivedAt !== undefined) === isArchived) return ok(head);
        const { archivedAt: _at, live: _live, shadow: _shadow, halt: _halt, ...rest } = head;
        const next = isArchived ? { ...rest, archivedAt: clock.now() } : rest;
        const what = isArchived ? 'rule.archive' : 'rule.take_out';
        return write(touched(next, editor.by), undefined, editor.by, what, `v${head.newest}`);
      }),
    resume: (ruleId, editor) =>
      edit(ruleId, editor, async (head) => {
        const { halt, ...rest } = head;
        if (halt === undefined) return ok(head);
        return write(touched(rest, editor.by), undefined, editor.by, 'rule.resume', halt.kind);
      }),
    halt: (ruleId, halt, by) =>
      turns.take(ruleId, async () => {
        const head = library.head(ruleId);
        if (head === undefined) return fail(fault('not_found', ruleId));
        if (head.live !== halt.version && head.shadow !== halt.version) return ok(head);
        // A suspension is more than a brake, and stays.
        if (head.halt?.kind === 'suspended' && head.halt.version === halt.version) return ok(head);
        if (head.halt?.kind === halt.kind && head.halt.version === halt.version) return ok(head);
        return write(
          { ...head, halt },
          undefined,
          by,
          `rule.${halt.kind}`,
          `v${halt.version} ${halt.reason.zh}`,
        );
      }),
  };
}

/** Versions of lists a definition names, so that it can be checked at once. */
export async function loadLists(library: Library, definition: RuleDefinition): Promise<void> {
  for (const { id, version } of listsNamed(definition.when))
    if (version !== undefined && library.list(id, version) === undefined) await library.loadList(id, version);
}

function versionOf(
  ruleId: string,
  version: number,
  definition: RuleDefinition,
  at: number,
  by: Actor,
  more: { readonly remark?: string | undefined },
): RuleVersion {
  return {
    id: keyOf(ruleId, version),
    ruleId,
    version,
    definition,
    at,
    by,
    ...(more.remark === undefined ? {} : { remark: more.remark }),
  };
}
