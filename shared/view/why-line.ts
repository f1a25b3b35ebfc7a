import type { Reason } from '../domain/verdict.ts';

/** Why something was flagged, as one plain line in both languages. */
export interface WhyLine {
  readonly text: string;
  readonly textEn: string;
}

/** What speaks for a verdict, the strongest first; the same line on the card, the ticket and the appeal. */
export function whyLine(reasons: readonly Reason[]): WhyLine {
  const speaking = reasons
    .filter((reason) => reason.weight > 0)
    .toSorted((left, right) => right.weight - left.weight);
  return {
    text: speaking.map((reason) => reason.text).join('；'),
    textEn: speaking.map((reason) => reason.textEn).join('; '),
  };
}
