/** An amount of money that a text names. */
export interface NamedAmount {
  /** Whole yuan, 1..1,000,000; foreign money at a round rate. */
  readonly yuan: number;
  /** Where it stands, [start, end). */
  readonly span: readonly [number, number];
}

/** What is more is a joke (`赔我一个亿`), yuan. */
const MOST = 1_000_000;
/** Only to tell small from large. */
const YUAN_A_DOLLAR = 7;
/** Without a unit a number is money only behind a word for paying, and from here on. */
const LEAST_BARE = 100;

const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1_000,
  k: 1_000,
  万: 10_000,
  w: 10_000,
};
const DIGITS = '零一二三四五六七八九';

const WRITTEN =
  /([$¥￥])?\s?(\d{1,7}(?:[.,]\d{1,3})?)\s?(万|千|百|[wk](?![a-z]))?\s?(块|元|圆|rmb|刀|dollars?|bucks|usd|r(?![a-z]))?/gi;
const SPOKEN =
  /[一二两三四五六七八九十几][一二两三四五六七八九十几零百千万]*[百千万][一二两三四五六七八九几零百千]*/g;
const PAID =
  /(?:充|刷|花|送|投|扣|打赏|骗|坑|砸|转|付|spent|paid|charged|lost)(?:了|过|掉|走|你|我|她|他|们|的|进去|\s)*$/i;

/** The largest amount of money a text names: `充了一万二`, `3k`, `5000块`, `300 dollars`. */
export function largestAmount(text: string): NamedAmount | undefined {
  let best: NamedAmount | undefined;
  const take = (yuan: number, start: number, length: number): void => {
    if (yuan < 1 || yuan > MOST || yuan <= (best?.yuan ?? 0)) return;
    best = { yuan: Math.round(yuan), span: [start, start + length] };
  };
  for (const found of text.matchAll(WRITTEN)) {
    const [whole, sign, digits = '', scale, unit] = found;
    const number = Number(digits.replace(/,(?=\d{3}$)/, '').replace(',', '.'));
    const value = number * (scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1));
    const isBare = sign === undefined && scale === undefined && unit === undefined;
    if (isBare && (value < LEAST_BARE || !PAID.test(text.slice(0, found.index)))) continue;
    const isForeign = sign === '$' || (unit !== undefined && /^(?:刀|d|b|u)/i.test(unit));
    const lead = whole.length - whole.trimStart().length;
    take(value * (isForeign ? YUAN_A_DOLLAR : 1), found.index + lead, whole.trim().length);
  }
  for (const found of text.matchAll(SPOKEN)) take(spoken(found[0]), found.index, found[0].length);
  return best;
}

/** `一万二` is 12,000, `三千零五` 3,005, `几千` at least 2,000. */
function spoken(words: string): number {
  let total = 0;
  let digit = 0;
  let last = 1;
  let isAfterZero = false;
  for (const word of words) {
    const scale = SCALES[word];
    if (scale !== undefined) {
      total = scale === 10_000 ? (total + digit) * scale : total + Math.max(1, digit) * scale;
      digit = 0;
      last = scale;
      isAfterZero = false;
    } else if (word === '零') {
      isAfterZero = true;
    } else {
      digit = word === '两' || word === '几' ? 2 : DIGITS.indexOf(word);
    }
  }
  return total + digit * (isAfterZero ? 1 : last / 10);
}
