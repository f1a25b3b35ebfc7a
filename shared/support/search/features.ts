import { conceptsIn } from './concepts.ts';
import { initialsOf, readText } from './sounds.ts';

/** Words that say nothing of the matter; taken out before anything is compared. */
const FILLERS = [
  '请问一下',
  '请问',
  '你好',
  '您好',
  '在吗',
  '麻烦',
  '我想问',
  '我想',
  '想问',
  '问一下',
  '一下',
  '为什么',
  '为啥',
  '咋回事',
  '怎么回事',
  '咋整',
  '怎么办',
  '咋办',
  '点算',
  '怎么',
  '怎样',
  '如何',
  '咋',
  '是不是',
  '能不能',
  '可不可以',
  '可以',
  '能否',
  '有没有',
  '什么',
  '啥子',
  '啥',
  '哪里',
  '哪儿',
  '我的',
  '我们',
  '我',
  '你们',
  '你',
  '他',
  '她',
  '这个',
  '那个',
  '的',
  '了',
  '吗',
  '呢',
  '啊',
  '呀',
  '吧',
  '嘛',
  '哦',
  '喂',
  '急',
  '谢谢',
  '帮忙',
  '帮我',
  '帮',
  '一直',
  '现在',
  '刚才',
  '刚刚',
  '昨天',
  '今天',
  '又',
  '还',
  '就',
  '都',
  '也',
  '在',
  '是',
  '要',
  '想',
  '给',
  '把',
  '被',
  '和',
  '很',
];
const STOP_WORDS = new Set(
  'the an is are am do does did my me you your to of in on for it and or how what why when where can could please help hi hello was be not no get got with this that have has will i a'.split(
    ' ',
  ),
);

/** Features of a text, each with its weight: pairs of characters and of sounds, words, initials, concepts. */
export type Features = ReadonlyMap<string, number>;

/** Takes a text apart. Both a question and an article's wording go through here. */
export function featuresOf(text: string): Features {
  const found = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    found.set(name, Math.max(found.get(name) ?? 0, weight));
  };
  const whole = readText(text);
  for (const concept of conceptsIn(whole.plain, whole.sounds, whole.words)) add(`c:${concept}`, 4);
  const reading = readText(withoutFillers(text));
  const han = [...reading.plain].filter((char) => char >= '㐀' && char <= '鿿');
  for (let index = 0; index + 1 < han.length; index += 1) add(`h:${han[index]}${han[index + 1]}`, 1);
  for (const char of han) add(`u:${char}`, 0.3);
  const syllables = reading.sounds.filter((sound) => !sound.startsWith(':'));
  for (let index = 0; index + 1 < syllables.length; index += 1)
    add(`s:${syllables[index]} ${syllables[index + 1]}`, 1);
  for (const word of reading.words) {
    if (STOP_WORDS.has(word)) continue;
    add(`w:${word}`, 1.5);
    if (word.length >= 4)
      for (let index = 0; index + 3 <= word.length; index += 1) add(`g:${word.slice(index, index + 3)}`, 0.3);
  }
  return found;
}

/** Initials of a wording, three at a time, and of a question typed as initials alone (`czmdz`). */
export function initialFeatures(text: string, isQuestion: boolean): readonly string[] {
  const reading = readText(withoutFillers(text));
  const initials = isQuestion
    ? reading.words.filter((word) => word.length >= 3 && !/[aeiou]/.test(word)).join('')
    : initialsOf(reading);
  const parts: string[] = [];
  for (let index = 0; index + 3 <= initials.length; index += 1) parts.push(initials.slice(index, index + 3));
  return parts;
}

function withoutFillers(text: string): string {
  let left = text;
  for (const filler of FILLERS) left = left.replaceAll(filler, '　');
  return left;
}
