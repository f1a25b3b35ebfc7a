import { detectAll } from 'tinyld';

const TOLD_APART = [
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'nl',
  'pl',
  'tr',
  'id',
  'vi',
  'ru',
  'uk',
  'ar',
  'fa',
  'hi',
] as const;
const MIN_LETTERS = 9;
const MIN_WORDS = 2;
/** The best must be this much likelier than the next. */
const AHEAD = 1.6;
const MAX_READ = 400;

/**
 * What a text is written in, ISO 639-1; undefined where it is too short or too mixed to tell. Scripts that
 * one language alone uses tell at once; the others need a few words.
 */
export function languageOf(text: string): string | undefined {
  const plain = text
    .slice(0, MAX_READ)
    .replaceAll(/https?:\/\/\S+|\S+@\S+|[\p{N}\p{P}\p{S}\p{Extended_Pictographic}]/gu, ' ')
    .trim();
  const count = (pattern: RegExp): number => plain.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters === 0) return undefined;
  const [han, kana, hangul, thai] = [
    count(/\p{Script=Han}/gu),
    count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    count(/\p{Script=Hangul}/gu),
    count(/\p{Script=Thai}/gu),
  ];
  if (hangul >= 2 && hangul * 2 >= letters) return 'ko';
  if (kana >= 2 && (kana + han) * 2 >= letters) return 'ja';
  if (thai >= 3 && thai * 2 >= letters) return 'th';
  // A Han character says as much as a Latin word of about five letters.
  if (han >= 2 && kana === 0 && han * 5 >= letters) return 'zh';
  const words = plain.split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word));
  if (han > 0 || letters < MIN_LETTERS || words.length < MIN_WORDS) return undefined;
  const [best, next] = detectAll(words.join(' '), { only: [...TOLD_APART] });
  if (best === undefined || best.lang === '') return undefined;
  return next === undefined || best.accuracy >= next.accuracy * AHEAD ? best.lang : undefined;
}
