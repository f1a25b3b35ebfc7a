import type { Matcher } from '../../../shared/rules/condition.ts';

/** What a matcher of one kind is given. */
export interface FieldsProps<K extends Matcher['kind'] = Matcher['kind']> {
  readonly matcher: Extract<Matcher, { readonly kind: K }>;
  /** The matcher's place as problems name it. */
  readonly at: string;
  readonly change: (next: Matcher) => void;
}
