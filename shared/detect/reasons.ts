import type { Reason } from '../domain/verdict.ts';
import { FORM } from './lexicon/compile.ts';
import { formOf } from './matcher.ts';
import { type Reading, spanOf, termOf } from './reading.ts';

const FORM_ZH = { [FORM.exact]: '字面', [FORM.mixed]: '首字母', [FORM.sound]: '谐音/拼音' } as const;
const FORM_EN = {
  [FORM.exact]: 'as written',
  [FORM.mixed]: 'by initials',
  [FORM.sound]: 'by sound',
} as const;

/** A reason in both languages. A positive weight speaks for the verdict, a negative one against, 0 tells what would undo it. */
export function reason(
  code: string,
  text: string,
  textEn: string,
  weight: number,
  span?: readonly [number, number],
): Reason {
  const clip = (line: string): string => (line.length > 300 ? `${line.slice(0, 299)}…` : line);
  const base = { code, text: clip(text), textEn: clip(textEn), weight: Math.round(weight * 100) / 100 };
  return span === undefined || span[1] <= span[0] ? base : { ...base, span };
}

/** "Contains 傻逼 (by sound)", with the place. */
export function hitReason(reading: Reading, hit: number, code: string, what: string, whatEn: string): Reason {
  const term = termOf(reading, hit);
  const form = formOf(reading.matches, hit);
  return reason(
    code,
    `${what}「${term.text}」（${FORM_ZH[form]}）`,
    `${whatEn} “${term.text}” (${FORM_EN[form]})`,
    Math.abs(term.weight),
    spanOf(reading, hit),
  );
}

/** The words without which the text would not be flagged, if one reason alone decides; `margin` in log-odds. */
export function withoutReason(reasons: readonly Reason[], text: string, margin: number): Reason[] {
  const first = reasons.reduce<Reason | undefined>(
    (best, each) => (each.span !== undefined && each.weight > (best?.weight ?? 0) ? each : best),
    undefined,
  );
  if (first?.span === undefined || first.weight <= margin) return [];
  const words = text.slice(first.span[0], first.span[1]);
  // Without all that was said nothing is left to flag: that tells nobody anything.
  if (words.trim() === text.trim()) return [];
  return [
    reason(
      'without',
      `去掉「${words}」就不会标记`,
      `Without “${words}” it would not be flagged`,
      0,
      first.span,
    ),
  ];
}
