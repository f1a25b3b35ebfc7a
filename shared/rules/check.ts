import { squeezeTerm } from '../detect/lexicon/compile.ts';
import { MAX_TEXT } from '../detect/streams.ts';
import type { Condition, Matcher } from './condition.ts';
import { RULE_LIMITS } from './limits.ts';
import { type PatternEngine, patternCost } from './patterns.ts';
import type { RuleDefinition } from './rule.ts';
import { RULE_BUDGET } from './run.ts';
import type { RuleProblem } from './views.ts';
import { matchersOf, matchersOfKind } from './walk.ts';
import type { ListLookup } from './words.ts';

/** Work units of an ordinary message of 40 characters, and of the longest. */
export interface RuleCost {
  readonly usual: number;
  readonly most: number;
  readonly budget: number;
}

/** Counts that are about somebody's own doing and end at {@link RULE_LIMITS.personCount}. */
const ABOUT_PERSON: readonly string[] = [
  'person_messages',
  'person_repeats',
  'person_gifts',
  'same_text_accounts',
];

/** Everything to change in a definition, beyond its schema: errors keep it from being saved. */
export function checkRule(
  definition: RuleDefinition,
  listOf: ListLookup,
  engine: PatternEngine,
): readonly RuleProblem[] {
  const matchers = matchersOf(definition.when);
  const sizes = new Map<string, number>();
  const problems = matchers.flatMap(({ matcher, path }) =>
    matcherProblems(matcher, path, definition, { listOf, engine, sizes }),
  );
  const cost = costOf(definition, sizes);
  return [
    ...problems,
    ...shapeProblems(definition.when, 'when'),
    ...(matchersOfKind(definition.when, 'pattern').length > RULE_LIMITS.patterns
      ? [
          error(
            'when',
            `样式多于 ${RULE_LIMITS.patterns} 个，请拆成几条规则`,
            `More than ${RULE_LIMITS.patterns} patterns: split the rule`,
          ),
        ]
      : []),
    ...(cost.most > RULE_BUDGET
      ? [
          error(
            'when',
            '最长的消息上会超出每条消息的计算预算，请缩短或减少样式',
            'Too costly on the longest message: shorten the patterns or use fewer',
          ),
        ]
      : []),
    ...ladderProblems(definition),
  ];
}

/** What the rule costs; sizes of patterns by source, as compiled. */
export function costOf(definition: RuleDefinition, sizes: ReadonlyMap<string, number>): RuleCost {
  const at = (length: number): number =>
    matchersOf(definition.when).reduce((sum, { matcher }) => {
      if (matcher.kind === 'pattern') return sum + patternCost(sizes.get(matcher.source) ?? 0, length);
      return sum + (matcher.kind === 'person' || matcher.kind === 'first_message' ? 60 : 10);
    }, 1);
  return { usual: at(40), most: at(MAX_TEXT), budget: RULE_BUDGET };
}

/** Sizes of the patterns that compile, by source. */
export function patternSizes(definition: RuleDefinition, engine: PatternEngine): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { source, ignoreCase } of matchersOfKind(definition.when, 'pattern')) {
    const made = engine.compile(source, ignoreCase === true);
    if (made.ok) sizes.set(source, made.value.size);
  }
  return sizes;
}

function matcherProblems(
  matcher: Matcher,
  path: string,
  definition: RuleDefinition,
  deps: { readonly listOf: ListLookup; readonly engine: PatternEngine; readonly sizes: Map<string, number> },
): readonly RuleProblem[] {
  switch (matcher.kind) {
    case 'words': {
      const missing = matcher.lists.flatMap(({ id, version }, index) =>
        deps.listOf(id, version) === undefined
          ? [error(`${path}.lists.${index}`, `没有词库「${id}」`, `There is no list “${id}”`)]
          : [],
      );
      const signs = (matcher.words ?? []).flatMap((word, index) =>
        isSigns(word, matcher.variants?.gaps ?? true)
          ? [
              error(
                `${path}.words.${index}`,
                `「${word}」里没有可查的字`,
                `“${word}” has nothing to look for`,
              ),
            ]
          : [],
      );
      const isEmpty =
        (matcher.words ?? []).length === 0 &&
        matcher.lists.every(({ id, version }) => (deps.listOf(id, version)?.words.length ?? 0) === 0);
      const empty = isEmpty
        ? [warning(path, '没有词，不会命中任何消息', 'Without words it matches nothing')]
        : [];
      return [...missing, ...signs, ...empty];
    }
    case 'pattern': {
      const made = deps.engine.compile(matcher.source, matcher.ignoreCase === true);
      if (!made.ok) return [patternError(path, made.fault.detail ?? made.fault.code)];
      deps.sizes.set(matcher.source, made.value.size);
      return made.value.test('')
        ? [
            error(
              `${path}.source`,
              '这个样式连空文字也符合，请写出至少一个字',
              'It fits even an empty text: ask for at least one character',
            ),
          ]
        : [];
    }
    case 'length': {
      const { atLeast, atMost } = matcher;
      if (atLeast === undefined && atMost === undefined)
        return [error(path, '请给出最少或最多字数', 'Give the least or the most characters')];
      return (atLeast ?? 0) > (atMost ?? MAX_TEXT)
        ? [error(path, '最少字数大于最多字数', 'The least is more than the most')]
        : [];
    }
    case 'rate':
      return ABOUT_PERSON.includes(matcher.what) && matcher.atLeast > RULE_LIMITS.personCount
        ? [
            error(
              `${path}.atLeast`,
              `最多填 ${RULE_LIMITS.personCount}`,
              `At most ${RULE_LIMITS.personCount} here`,
            ),
          ]
        : [];
    case 'gift': {
      const { atLeast, below } = matcher;
      if (atLeast === undefined && below === undefined)
        return [error(path, '请给出价值的下限或上限', 'Give a least or a most value')];
      if (below !== undefined && below <= (atLeast ?? 0))
        return [error(path, '上限不大于下限', 'The most is not above the least')];
      return definition.on.some(
        (kind) => kind === 'gift' || kind === 'superchat' || kind === 'membership' || kind === 'chat',
      )
        ? []
        : [warning(path, '这条规则不看礼物事件', 'The rule does not look at gifts')];
    }
    default:
      return [];
  }
}

function shapeProblems(condition: Condition, path: string): readonly RuleProblem[] {
  switch (condition.kind) {
    case 'at_least': {
      const own =
        condition.n > condition.of.length
          ? [error(`${path}.n`, `只有 ${condition.of.length} 项`, `There are only ${condition.of.length}`)]
          : [];
      return [...own, ...condition.of.flatMap((each, at) => shapeProblems(each, `${path}.of.${at}`))];
    }
    case 'all':
    case 'any':
      return condition.of.flatMap((each, at) => shapeProblems(each, `${path}.of.${at}`));
    case 'not':
      return shapeProblems(condition.of, `${path}.of`);
    default:
      return [];
  }
}

function ladderProblems({ does, on }: RuleDefinition): readonly RuleProblem[] {
  if (does.kind === 'flag') return [];
  const problems: RuleProblem[] = [];
  if (does.restSec >= does.memoryMin * 60)
    problems.push(error('does.restSec', '间隔要短于累计时间', 'The rest must be shorter than the memory'));
  does.steps.forEach((step, at) => {
    const deletes = step.action === 'delete' || ('deletes' in step && step.deletes === true);
    if (deletes && !on.includes('chat') && !on.includes('held'))
      problems.push(
        warning(
          `does.steps.${at}`,
          '这条规则看的事件没有可删的弹幕',
          'Nothing the rule looks at can be deleted',
        ),
      );
    const before = does.steps[at - 1];
    if (before !== undefined && harshness(before) > harshness(step))
      problems.push(
        warning(`does.steps.${at}`, '这一步比上一步轻', 'This step is milder than the one before'),
      );
  });
  return problems;
}

function harshness(step: { readonly action: string; readonly durationSec?: number }): number {
  const order = ['flag', 'warn', 'delete', 'mute', 'ban'].indexOf(step.action) * 1e8;
  return order + (step.durationSec ?? 0);
}

function isSigns(word: string, gaps: boolean): boolean {
  return gaps ? squeezeTerm(word).symbols.length === 0 : word.trim() === '';
}

function patternError(path: string, detail: string): RuleProblem {
  return error(`${path}.source`, `样式写得不对：${detail}`, `The pattern is wrong: ${detail}`);
}

function error(path: string, zh: string, en: string): RuleProblem {
  return { path, level: 'error', text: { zh, en } };
}

function warning(path: string, zh: string, en: string): RuleProblem {
  return { path, level: 'warning', text: { zh, en } };
}
