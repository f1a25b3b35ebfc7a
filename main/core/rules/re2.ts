import { RE2JS, RE2JSException, RE2Set } from 're2js';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { RULE_LIMITS } from '../../../shared/rules/limits.ts';
import type { Pattern, PatternEngine } from '../../../shared/rules/patterns.ts';

/** Memory of one group's automaton, bytes; beyond it states are forgotten and made again. */
const GROUP_MEMORY = 4 * 1024 * 1024;
/** Compiled patterns kept. */
const KEPT = 2_000;

/** User-written patterns on RE2, whose time is linear in the text whatever the pattern. */
export function createRe2Engine(
  elapsed: () => number = () => performance.now(),
  computed: () => number = threadTime,
): PatternEngine {
  const kept = new Map<string, Result<Pattern>>();
  return {
    elapsed,
    computed,
    compile(source, ignoreCase) {
      const key = `${ignoreCase ? 'i' : 'c'}${source}`;
      const made = kept.get(key) ?? compile(source, ignoreCase);
      kept.delete(key);
      kept.set(key, made);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
      return made;
    },
    group(patterns) {
      const set = new RE2Set(RE2Set.UNANCHORED, 0, GROUP_MEMORY);
      for (const pattern of patterns) set.add(pattern.source);
      set.compile();
      return { match: (text) => set.match(text) };
    },
  };
}

/** Of this thread where Node tells (from 23.9 on), else of the whole process. */
function threadTime(): number {
  const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)();
  return (user + system) / 1_000;
}

function compile(written: string, ignoreCase: boolean): Result<Pattern> {
  if (written.length > RULE_LIMITS.patternSource)
    return fail(
      fault('too_large', `${RULE_LIMITS.patternSource} 字以内 / at most ${RULE_LIMITS.patternSource}`),
    );
  // Written into the source, so that a group of patterns can hold both kinds.
  const source = ignoreCase ? `(?i:${written})` : written;
  try {
    // Compiled by itself first: a bracket that closes ours must not pass.
    if (ignoreCase) RE2JS.compile(written);
    const made = RE2JS.compile(source);
    const size = made.programSize();
    if (size > RULE_LIMITS.patternProgram)
      return fail(
        fault(
          'too_large',
          `展开后 ${size} 步，最多 ${RULE_LIMITS.patternProgram}，请减小重复次数 / ${size} instructions, at most ${RULE_LIMITS.patternProgram}: lower the repeat counts`,
        ),
      );
    return ok({
      source,
      size,
      test: (text) => made.test(text),
      find(text) {
        const matcher = made.matcher(text);
        return matcher.find() ? [matcher.start(), matcher.end()] : null;
      },
    });
  } catch (error) {
    if (error instanceof RE2JSException) return fail(fault('invalid', explained(error.message)));
    throw error;
  }
}

/** What is wrong and what to write instead, for what people most often try. */
function explained(message: string): string {
  const said = message.replace(/^error parsing regexp: /, '');
  const advice = ADVICE.find(([found]) => found.test(said));
  return advice === undefined ? said : `${said} — ${advice[1]} / ${advice[2]}`;
}

const ADVICE: readonly (readonly [RegExp, string, string])[] = [
  [
    /\(\?(=|!)|\(\?</,
    '不支持环视，请用“并且/不是”组合两个条件',
    'no look-around: combine two conditions with “and”, “not”',
  ],
  [/escape sequence: `\\\d/, '不支持反向引用', 'no back-references'],
  [/escape sequence/, '这个转义不存在，普通符号前加 \\ 即可', 'no such escape: put \\ only before signs'],
  [/missing closing \]/, '少了 ]', 'a ] is missing'],
  [/missing closing \)|unexpected \)/, '括号不成对', 'brackets do not pair'],
  [/repeat count|nested repetition/, '重复写法不对或超过 1000 次', 'a repeat is doubled or above 1000'],
  [/missing argument to repetition/, '*、+、? 前面要有内容', 'nothing stands before *, + or ?'],
];
