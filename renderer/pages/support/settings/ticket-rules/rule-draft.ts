import { exhaustive } from '../../../../../shared/domain/result.ts';
import type { RuleCondition, TicketDesk, TicketRule } from '../../../../../shared/domain/ticket-desk.ts';

export type ConditionKind = RuleCondition['kind'];
export const CONDITION_KINDS = ['topic', 'priority', 'words', 'vip', 'signed', 'score'] as const;
/** Conditions of a rule at most. */
export const MOST_CONDITIONS = 10;
/** Rules of a desk at most. */
export const MOST_RULES = 100;

/** Where a rule is not right: a field's name, or `when.<index>`, and why. */
export interface RuleFault {
  readonly at: string;
  readonly why: 'name' | 'noCondition' | 'pick' | 'words' | 'number' | 'score' | 'gone' | 'moment' | 'twice';
}

/** A rule that nobody has written yet. */
export function newRule(id: string): TicketRule {
  return { id, name: '', enabled: true, at: 'closed', when: [newCondition('topic')], open: {} };
}

/** A condition of that kind, as empty as it can be. */
export function newCondition(kind: ConditionKind): RuleCondition {
  switch (kind) {
    case 'topic':
      return { kind, any: [] };
    case 'priority':
      return { kind, any: [] };
    case 'words':
      return { kind, any: [] };
    case 'vip':
      return { kind, atLeast: 1 };
    case 'signed':
      return { kind, is: true };
    case 'score':
      return { kind, atMost: 2 };
    default:
      return exhaustive(kind);
  }
}

/**
 * What keeps a rule from being saved. Things that are gone (a type, a department, a template) are no hindrance to
 * a rule that is off.
 */
export function ruleFaults(
  rule: TicketRule,
  desk: Pick<TicketDesk, 'types' | 'templates'>,
  departments: readonly string[],
): readonly RuleFault[] {
  const { templateId, type, department } = rule.open;
  const isGone = (id: string | undefined, known: readonly string[]): boolean =>
    rule.enabled && id !== undefined && !known.includes(id);
  const gone = (at: string): RuleFault => ({ at, why: 'gone' });
  const kinds = rule.when.map((condition) => condition.kind);
  return [
    ...(rule.name.trim() === '' ? [{ at: 'name', why: 'name' } as const] : []),
    ...(rule.when.length === 0 ? [{ at: 'when', why: 'noCondition' } as const] : []),
    ...rule.when.flatMap((condition, index): readonly RuleFault[] => {
      const why =
        conditionFault(condition) ??
        (condition.kind === 'score' && rule.at !== 'rated' ? 'moment' : undefined) ??
        (condition.kind !== 'words' && kinds.indexOf(condition.kind) < index ? 'twice' : undefined);
      return why === undefined ? [] : [{ at: `when.${index}`, why }];
    }),
    ...(isGone(templateId, ids(desk.templates)) ? [gone('templateId')] : []),
    ...(isGone(type, ids(desk.types)) ? [gone('type')] : []),
    ...(isGone(department, departments) ? [gone('department')] : []),
  ];
}

/** Words as a rule keeps them: none empty, each once, at most 40 of at most 60 characters. */
export function cleanWords(words: readonly string[]): string[] {
  const clean = words.map((word) => [...word.trim()].slice(0, 60).join('').trim());
  return [...new Set(clean.filter((word) => word !== ''))].slice(0, 40);
}

/** The rules with one of them a place up (−1) or down (+1); as they are where it is at the end. */
export function moved(rules: readonly TicketRule[], id: string, by: -1 | 1): TicketRule[] {
  const from = rules.findIndex((rule) => rule.id === id);
  const [rule, other] = [rules[from], rules[from + by]];
  if (rule === undefined || other === undefined) return [...rules];
  return rules.with(from, other).with(from + by, rule);
}

/** The rules with a copy of one behind it, switched off until somebody has looked at it. */
export function copied(
  rules: readonly TicketRule[],
  id: string,
  copy: Pick<TicketRule, 'id' | 'name'>,
): TicketRule[] {
  return rules.flatMap((rule) =>
    rule.id === id
      ? [rule, { ...rule, id: copy.id, name: [...copy.name].slice(0, 80).join(''), enabled: false }]
      : [rule],
  );
}

/** The rules with one put back where it was. */
export function putBack(rules: readonly TicketRule[], rule: TicketRule, index: number): TicketRule[] {
  return rules.some((each) => each.id === rule.id) ? [...rules] : rules.toSpliced(index, 0, rule);
}

function conditionFault(condition: RuleCondition): RuleFault['why'] | undefined {
  switch (condition.kind) {
    case 'topic':
    case 'priority':
      return condition.any.length === 0 ? 'pick' : undefined;
    case 'words':
      return condition.any.every((word) => word.trim() === '') ? 'words' : undefined;
    case 'vip':
      return isWhole(condition.atLeast, 1, 100) ? undefined : 'number';
    case 'score':
      return isWhole(condition.atMost, 1, 5) ? undefined : 'score';
    case 'signed':
      return undefined;
    default:
      return exhaustive(condition);
  }
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function ids(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}
