import type { z } from 'zod';
import { conditionShape } from '../../../../shared/rules/condition.ts';
import { RULE_LIMITS } from '../../../../shared/rules/limits.ts';
import { type RuleDefinition, RuleDefinitionSchema } from '../../../../shared/rules/rule.ts';
import type { Line, RuleProblem } from '../../../../shared/rules/views.ts';

/** What is missing or out of range in the form, without asking the core; empty where it can be asked. */
export function formProblems(draft: RuleDefinition): readonly RuleProblem[] {
  const { depth, nodes } = conditionShape(draft.when);
  if (depth > RULE_LIMITS.depth) return [problem('when', TOO_DEEP)];
  if (nodes > RULE_LIMITS.nodes) return [problem('when', TOO_MANY)];
  const parsed = RuleDefinitionSchema.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => problem(issue.path.join('.'), lineOf(issue)));
}

/** The problems of a field, or of what is inside it where `inside`. */
export function problemsAt(
  problems: readonly RuleProblem[],
  path: string,
  inside = false,
): readonly RuleProblem[] {
  return problems.filter((one) => one.path === path || (inside && one.path.startsWith(`${path}.`)));
}

/** The first error of a field in a language; undefined where it is fine. */
export function errorAt(
  problems: readonly RuleProblem[],
  path: string,
  language: 'zh' | 'en',
  inside = false,
): string | undefined {
  return problemsAt(problems, path, inside).find((one) => one.level === 'error')?.text[language];
}

/** Whether it may be saved. */
export function canSave(problems: readonly RuleProblem[]): boolean {
  return problems.every((one) => one.level !== 'error');
}

const TOO_DEEP: Line = {
  zh: `嵌套超过 ${RULE_LIMITS.depth} 层：请拆成几条规则`,
  en: `Nested deeper than ${RULE_LIMITS.depth}: split it into several rules`,
};
const TOO_MANY: Line = {
  zh: `条件超过 ${RULE_LIMITS.nodes} 个：请拆成几条规则`,
  en: `More than ${RULE_LIMITS.nodes} conditions: split it into several rules`,
};
const FILL: Line = { zh: '请填写', en: 'Fill this in' };
const NUMBER: Line = { zh: '请填一个数字', en: 'Enter a number' };

function problem(path: string, text: Line): RuleProblem {
  return { path, level: 'error', text };
}

function lineOf(issue: z.core.$ZodIssue): Line {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? NUMBER : FILL;
    case 'too_small':
      if (issue.origin === 'string') return FILL;
      if (issue.origin === 'array') return { zh: '至少要有一项', en: 'At least one is needed' };
      return { zh: `不能小于 ${issue.minimum}`, en: `Not less than ${issue.minimum}` };
    case 'too_big':
      if (issue.origin === 'string')
        return { zh: `最多 ${issue.maximum} 个字`, en: `At most ${issue.maximum} characters` };
      if (issue.origin === 'array')
        return { zh: `最多 ${issue.maximum} 项`, en: `At most ${issue.maximum} of them` };
      return { zh: `不能大于 ${issue.maximum}`, en: `Not more than ${issue.maximum}` };
    case 'invalid_format':
      return { zh: '格式不对', en: 'Not in the right form' };
    default:
      return { zh: '这里填得不对', en: 'This is not right' };
  }
}
