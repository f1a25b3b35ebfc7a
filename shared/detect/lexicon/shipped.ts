import { ABUSE_EN, BENIGN_EN } from './abuse-en.ts';
import { ABUSE_ZH, BENIGN_ZH } from './abuse-zh.ts';
import { ADS, ADS_BENIGN } from './ads.ts';
import { APPEALS } from './appeals.ts';
import { compileLexicon, type Lexicon } from './compile.ts';
import { CUES } from './cues.ts';
import { DISPUTES } from './disputes.ts';
import type { TermGroup } from './term.ts';

/** Every group that ships. */
export const SHIPPED_GROUPS: readonly TermGroup[] = [
  ...ABUSE_ZH,
  ...ABUSE_EN,
  { tag: 'benign', weight: 0, terms: `${BENIGN_ZH} ${BENIGN_EN}` },
  ...CUES,
  ...ADS,
  { tag: 'adBenign', weight: -2.5, terms: ADS_BENIGN },
  ...DISPUTES,
  ...APPEALS,
];

let compiled: Lexicon | undefined;

/** The shipped lexicon, compiled on first use. */
export function shippedLexicon(): Lexicon {
  compiled ??= compileLexicon(SHIPPED_GROUPS);
  return compiled;
}
