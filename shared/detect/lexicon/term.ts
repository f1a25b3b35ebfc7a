/** What a term says; the detectors combine tags. */
export const TAGS = [
  'insult',
  'obscene',
  'threat',
  'benign',
  'target',
  'self',
  'thing',
  'laugh',
  'quote',
  'negate',
  'contact',
  'profile',
  'lure',
  'goods',
  'adult',
  'invite',
  'adBenign',
  'demand',
  'accuse',
  'mistake',
  'unpaid',
  'money',
  'authority',
  'minor',
  'family',
  'charge',
  'howTo',
  'joke',
  'forbid',
  'mine',
  'sanction',
  'why',
  'release',
  'wrongly',
  'appealBenign',
  'sorry',
  'modWord',
  'passive',
  'meObject',
] as const;
export type Tag = (typeof TAGS)[number];

/** Terms of one tag. */
export interface TermGroup {
  readonly tag: Tag;
  /** Evidence of one hit, in log-odds. */
  readonly weight: number;
  /** Also found by sound, by initials mixed in, and by parts. */
  readonly disguised?: boolean;
  /** Also found by sound. */
  readonly spoken?: boolean;
  /** Separated by white space; `_` is a space inside a term. */
  readonly terms: string;
}
