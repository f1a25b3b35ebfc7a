import { foldText } from '../detect/fold.ts';
import { reason } from '../detect/reasons.ts';
import type { Severity } from '../domain/flag.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';
import type { Program, ProgramRule } from './program-types.ts';
import type { WordForm, WordHit, WordSet } from './scanner.ts';
import type { Scene } from './scene.ts';

/** The score by which a rule's flag is as severe as the rule says (`severityOf` reads it back). */
export const SCORE_OF: Readonly<Record<Severity, number>> = { high: 0.95, mid: 0.75, low: 0.5 };

const FORM_ZH: Readonly<Record<WordForm, string>> = {
  written: '字面',
  initials: '首字母',
  sound: '谐音/拼音',
};
const FORM_EN: Readonly<Record<WordForm, string>> = {
  written: 'as written',
  initials: 'by initials',
  sound: 'by sound',
};
const MOST_EVIDENCE = 12;

/** The verdict of a rule that matched: which rule and version, then what it found and where. */
export function verdictOf(rule: ProgramRule, program: Program, scene: Scene): Verdict {
  const { name, severity } = rule.definition;
  const isLive = rule.mode === 'live';
  const reasons = [
    reason('rule', `规则「${name}」第 ${rule.version} 版`, `Rule “${name}”, version ${rule.version}`, 1),
    ...rule.condition.why(scene, program).slice(0, MOST_EVIDENCE),
    reason(
      'rule_way_out',
      '不该标记时：在规则里豁免此人，或退回上一版',
      'If wrong: exempt the person in the rule, or roll it back',
      0,
    ),
  ];
  return {
    category: `rule:${rule.ruleId}`,
    score: SCORE_OF[severity],
    flag: isLive,
    reasons,
    by: `rule:${rule.ruleId}@${rule.version}`,
    ...(isLive ? {} : { shadow: true }),
  };
}

/** Rule and version of a verdict's `by`; undefined for a built-in detector. */
export function ruleOf(by: string): { readonly ruleId: string; readonly version: number } | undefined {
  const found = /^rule:([\w-]{1,40})@(\d{1,7})$/.exec(by);
  return found === null ? undefined : { ruleId: found[1] ?? '', version: Number(found[2]) };
}

/** "Contains 微信 (list 广告词, version 2, by sound)", with the place. */
export function hitReason(hit: WordHit, set: WordSet | undefined): Reason {
  const version = set?.version;
  const of = set === undefined || set.name === '' ? '' : `词库「${set.name}」第 ${version} 版，`;
  const ofEn = set === undefined || set.name === '' ? '' : `list “${set.name}” version ${version}, `;
  return reason(
    'rule_words',
    `包含「${hit.word}」（${of}${FORM_ZH[hit.form]}）`,
    `Contains “${hit.word}” (${ofEn}${FORM_EN[hit.form]})`,
    1,
    hit.span,
  );
}

/** Where a span of the folded text stands in the text. */
export function unfoldedSpan(text: string, span: readonly [number, number]): readonly [number, number] {
  let folded = 0;
  let start = -1;
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const length = foldText(char).length;
    if (start < 0 && folded + length > span[0]) start = at;
    folded += length;
    at += char.length;
    if (start >= 0 && folded >= span[1]) return [start, at];
  }
  return [Math.max(0, start), text.length];
}
