import { RuleDefinitionSchema } from '../../../../shared/rules/rule.ts';
import type { RuleDraft } from '../model.ts';

/** Stands for a number that is not typed yet, which JSON does not know. */
const NO_NUMBER = '\u0000NaN';
/** What a rule half written may be wrong in; anything else is not a rule, or one of another age. */
const UNFINISHED: ReadonlySet<string> = new Set(['too_small', 'too_big', 'custom', 'invalid_format']);

/** A draft as text to keep. */
export function draftText({ base, definition, remark, at }: RuleDraft): string {
  return JSON.stringify({ base, at, remark, definition }, (_, value: unknown) =>
    Number.isNaN(value) ? NO_NUMBER : value,
  );
}

/** The draft of a kept text, waiting to be asked about; null where this app cannot show it in its form. */
export function readDraft(text: string | null): RuleDraft | null {
  const raw = parsed(text, Number.NaN);
  const check = parsed(text, 0);
  if (raw === null || check === null) return null;
  const { base, at, remark, definition } = raw;
  if (typeof base !== 'number' || !Number.isInteger(base) || base < 0 || typeof at !== 'number') return null;
  if (!isRule(check.definition)) return null;
  return {
    base,
    at,
    definition: definition as RuleDraft['definition'],
    ...(typeof remark === 'string' ? { remark } : {}),
    isLeft: true,
  };
}

/** How a draft stands towards what the hub has now. */
export type Standing =
  | { readonly kind: 'current' }
  /** The rule was saved by somebody else since. */
  | { readonly kind: 'behind'; readonly newest: number };

/** Compares a draft's beginning with the newest version, where there is one. */
export function standingOf(draft: Pick<RuleDraft, 'base'>, newest: number | undefined): Standing {
  return newest === undefined || newest === draft.base ? { kind: 'current' } : { kind: 'behind', newest };
}

function isRule(definition: unknown): boolean {
  const result = RuleDefinitionSchema.safeParse(definition);
  return result.success || result.error.issues.every((issue) => UNFINISHED.has(issue.code));
}

function parsed(text: string | null, number: number): Readonly<Record<string, unknown>> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text, (_, each: unknown) => (each === NO_NUMBER ? number : each));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
