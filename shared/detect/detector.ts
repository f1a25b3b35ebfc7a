import { textOf, timeOf } from '../domain/event.ts';
import { personIdOf } from '../domain/person.ts';
import type { BuiltinCategory, Verdict } from '../domain/verdict.ts';
import { foldText } from './fold.ts';
import { thresholdsFor } from './thresholds.ts';
import type { DetectInput, Detector, DetectorOptions } from './types.ts';

const SIMPLE: readonly (readonly [BuiltinCategory, RegExp, number])[] = [
  ['abuse', /傻逼|傻b|煞笔|沙比|死妈|你妈死|nmsl|脑残|废物主播|滚出|畜生/, 0.9],
  ['ad', /加(微信|v|vx|qq|群|扣扣)|微信.{0,4}[a-z\d]{5,}|看我头像|领红包|代练|刷粉/, 0.9],
  ['dispute', /退款|充错|退礼物|还我.{0,4}钱|未成年.{0,8}(充|打赏|退)|(孩子|儿子).{0,12}(充|打赏|退)/, 0.9],
  ['appeal', /(为什么|凭什么|为啥).{0,3}(禁言|封|踢)我|解封|解禁|误封|误禁/, 0.9],
];

/** Makes the detector of one room. */
export function createDetector(options: DetectorOptions): Detector {
  const thresholds = thresholdsFor(options.budgetPerThousand);
  const recent = new Map<string, { text: string; times: number[] }>();
  const inspectAll = (input: DetectInput): readonly Verdict[] => {
    const text = foldText(textOf(input.event));
    const verdicts: Verdict[] = SIMPLE.map(([category, pattern, score]) =>
      verdict(category, pattern.test(text) ? score : 0, thresholds[category]),
    );
    const actor = input.event.actor;
    if (actor && text !== '') {
      const key = personIdOf(input.event.platform, actor);
      const at = timeOf(input.event);
      const before = recent.get(key);
      const times = before?.text === text ? [...before.times.filter((time) => at - time < 30_000), at] : [at];
      recent.delete(key);
      recent.set(key, { text, times });
      if (recent.size > 5000) recent.delete(recent.keys().next().value ?? '');
      verdicts.push(verdict('flood', times.length >= 5 ? 0.9 : times.length / 10, thresholds.flood));
    }
    return verdicts;
  };
  return {
    inspect: (input) => inspectAll(input).filter((each) => each.score > 0),
    inspectAll,
    teach: () => undefined,
    stats: () => ({ clusters: 0, persons: recent.size, approxBytes: recent.size * 300 }),
  };
}

function verdict(category: BuiltinCategory, score: number, threshold: number): Verdict {
  return {
    category,
    score,
    flag: score >= threshold,
    reasons:
      score > 0 ? [{ code: 'lexicon', text: '命中词表', textEn: 'Matches the lexicon', weight: 1 }] : [],
    by: `${category}@1`,
  };
}
