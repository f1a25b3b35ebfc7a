import { foldText } from '../../../shared/detect/fold.ts';
import { type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { Condition } from '../../../shared/rules/condition.ts';
import type { Situation } from '../../../shared/rules/scene.ts';

/** An answer as one would write it down without a thought for speed: null is "not known". */
export type Answer = boolean | null;

/** Answers a condition about the last of some events, by looking at all of them again. */
export function naiveAnswer(condition: Condition, past: readonly LiveEvent[], now: Situation): Answer {
  const { event } = now;
  const text = textOf(event);
  const at = timeOf(event);
  const said = (each: LiveEvent): boolean => textOf(each) !== '';
  const mine = (each: LiveEvent): boolean => idOf(each) === idOf(event);
  switch (condition.kind) {
    case 'all': {
      const answers = condition.of.map((each) => naiveAnswer(each, past, now));
      return answers.includes(false) ? false : answers.includes(null) ? null : true;
    }
    case 'any': {
      const answers = condition.of.map((each) => naiveAnswer(each, past, now));
      return answers.includes(true) ? true : answers.includes(null) ? null : false;
    }
    case 'at_least': {
      const answers = condition.of.map((each) => naiveAnswer(each, past, now));
      const yes = answers.filter((each) => each === true).length;
      const open = answers.filter((each) => each === null).length;
      return yes >= condition.n ? true : yes + open >= condition.n ? null : false;
    }
    case 'not': {
      const answer = naiveAnswer(condition.of, past, now);
      return answer === null ? null : !answer;
    }
    case 'words': {
      const words = new Set(condition.words ?? []);
      const gaps = condition.variants?.gaps ?? true;
      const form = (value: string): string => (gaps ? squeezed(value) : foldText(value));
      const found = [...words].filter((word) => form(text).includes(form(word)));
      return found.length >= (condition.atLeast ?? 1);
    }
    case 'pattern':
      return new RegExp(condition.source, condition.ignoreCase ? 'i' : '').test(
        condition.on === 'folded' ? foldText(text) : text,
      );
    case 'length':
      return text.length >= (condition.atLeast ?? 0) && text.length <= (condition.atMost ?? 10_000);
    case 'rate': {
      if (!said(event)) return false;
      const inWindow = past.filter((each) => said(each) && timeOf(each) > at - condition.windowSec * 1_000);
      const same = (each: LiveEvent): boolean => squeezed(textOf(each)) === squeezed(text);
      switch (condition.what) {
        case 'person_messages':
          return inWindow.filter(mine).length >= condition.atLeast;
        case 'room_messages':
          return inWindow.length >= condition.atLeast;
        case 'person_repeats':
          return inWindow.filter((each) => mine(each) && same(each)).length >= condition.atLeast;
        case 'same_text_accounts':
          return (
            squeezed(text).length >= 4 && new Set(inWindow.filter(same).map(idOf)).size >= condition.atLeast
          );
        default:
          return false;
      }
    }
    case 'person': {
      const value =
        condition.attribute === 'level'
          ? event.actor?.level
          : condition.attribute === 'messages'
            ? now.facts?.messages
            : condition.attribute === 'medal_level'
              ? (event.actor?.medal?.level ?? 0)
              : undefined;
      if (value === undefined) return null;
      return condition.is === 'at_least' ? value >= condition.value : value < condition.value;
    }
    case 'role':
      return condition.anyOf.some((role) => event.actor?.roles.includes(role));
    case 'guard':
      return (event.actor?.guardTier ?? 9) <= condition.tier;
    case 'first_message':
      return event.actor?.firstMessage ?? (now.facts === undefined ? null : now.facts.messages === 0);
    case 'room':
      return condition.state === 'live' ? (now.room.modes.live ?? null) : null;
    case 'score':
      return now.verdicts.some(
        (each) => each.category === condition.category && each.score >= condition.atLeast,
      );
    default:
      throw new Error(`the naive evaluator knows no ${condition.kind}`);
  }
}

function idOf(event: LiveEvent): string {
  return event.actor === undefined ? '' : personIdOf(event.platform, event.actor);
}

/** Letters, digits and Han; repeats once: Han also across signs, letters only side by side. */
export function squeezed(text: string): string {
  let out = '';
  let hasGap = false;
  for (const char of foldText(text)) {
    const isHan = /\p{Script=Han}/u.test(char);
    if (!isHan && !/[a-z0-9]/.test(char)) {
      hasGap = true;
      continue;
    }
    const isRepeat = out.endsWith(char) && !/\d/.test(char) && (isHan || !hasGap);
    if (!isRepeat) out += char;
    hasGap = false;
  }
  return out;
}
