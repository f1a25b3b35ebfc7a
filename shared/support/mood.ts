import { z } from 'zod';
import { foldText } from '../detect/fold.ts';
import { type ReasonLine, ReasonLineSchema } from './reason-line.ts';

export const MOOD_LEVELS = ['calm', 'uneasy', 'upset', 'angry'] as const;
export const MoodSchema = z.object({
  level: z.enum(MOOD_LEVELS),
  /** 0 calm .. 1 furious, of the newest messages. */
  score: z.number().min(0).max(1),
  /** It got worse over the newest messages. */
  isFalling: z.boolean(),
  /** How many of them were heated. */
  heated: z.number().int(),
  reasons: z.array(ReasonLineSchema).readonly(),
  at: z.number(),
});
/** How a viewer's newest messages sound, and what says so. */
export type Mood = Readonly<z.infer<typeof MoodSchema>>;

/** One message of a viewer. `abuse` is the detector's score for its text, 0..1. */
export interface Said {
  readonly text: string;
  readonly at: number;
  readonly abuse: number;
}

/** Messages that count, and how long, ms. */
export const MOOD_MESSAGES = 6;
export const MOOD_SPAN_MS = 900_000;

type Sign = 'abuse' | 'shouting' | 'exclaiming' | 'demanding' | 'negative' | 'repeating' | 'pressing';

/** How much of the way to fury each sign is, alone. */
const WEIGHT: Readonly<Record<Sign, number>> = {
  abuse: 0.7,
  shouting: 0.25,
  exclaiming: 0.2,
  demanding: 0.35,
  negative: 0.4,
  repeating: 0.35,
  pressing: 0.2,
};
const WORDS: Readonly<Record<Sign, readonly [zh: string, en: string]>> = {
  abuse: ['辱骂', 'insults'],
  shouting: ['全大写', 'all in capitals'],
  exclaiming: ['连续感叹或追问号', 'rows of exclamation or question marks'],
  demanding: ['反复催促', 'demands and urging'],
  negative: ['不满的用词', 'words of discontent'],
  repeating: ['重复同样的话', 'the same words again'],
  pressing: ['短时间内连发', 'many messages in a minute'],
};
const DEMANDS =
  /快点|赶紧|到底|马上给|立刻|怎么还|还没|等了|多久|人呢|有人吗|说话|回答我|为什么不|凭什么|hurry|how long|still waiting|answer me|right now|immediately|anyone there|hello\?/i;
const NEGATIVE =
  /骗子|骗人|失望|差劲|受够|太烂|烂透|无语|恶心|坑人|坑钱|垃圾|投诉|气死|欺负|不负责|糊弄|敷衍|黑心|useless|worst|terrible|ridiculous|scam|disappoint|unacceptable|pathetic|awful|complain/i;
const KIND =
  /谢谢|感谢|多谢|好的|明白了|辛苦|没事了|解决了|thanks|thank you|great|solved|perfect|appreciate/i;
const KIND_KEEPS = 0.3;
const HEATED = 0.3;

/** How a viewer sounds, from her newest messages, oldest first. Pure; the same words give the same mood. */
export function moodOf(said: readonly Said[], now: number): Mood {
  const recent = said.filter((each) => now - each.at <= MOOD_SPAN_MS).slice(-MOOD_MESSAGES);
  const heats = recent.map((each, index) => heatOf(each, recent.slice(0, index)));
  const hot = heats.map((each) => each.heat);
  const score = scoreOf(hot);
  const half = Math.ceil(heats.length / 2);
  const isFalling = heats.length > 1 && mean(hot.slice(half)) > mean(hot.slice(0, half)) + 0.1;
  const counts = new Map<Sign, number>();
  for (const { signs } of heats) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return {
    level: score < 0.25 ? 'calm' : score < 0.5 ? 'uneasy' : score < 0.7 ? 'upset' : 'angry',
    score: Math.round(score * 1_000) / 1_000,
    isFalling,
    heated: heats.filter((each) => each.heat >= HEATED).length,
    reasons: [...counts].map(([sign, count]) => reason(sign, count)),
    at: now,
  };
}

function reason(sign: Sign, count: number): ReasonLine {
  const [zh, en] = WORDS[sign];
  return { code: sign, zh: `${zh} ×${count}`, en: `${en} ×${count}` };
}

/** How hot one message is, 0..1: signs add up without passing 1; thanks cool it. */
function heatOf(
  one: Said,
  before: readonly Said[],
): { readonly heat: number; readonly signs: readonly Sign[] } {
  const letters = one.text.match(/[a-z]/gi)?.length ?? 0;
  const capitals = one.text.match(/[A-Z]/g)?.length ?? 0;
  const folded = bare(one.text);
  const signs: Sign[] = [];
  if (one.abuse >= 0.5) signs.push('abuse');
  if (letters >= 8 && capitals / letters >= 0.7) signs.push('shouting');
  if (/[!！?？]{2,}/.test(one.text) || (one.text.match(/[!！]/g)?.length ?? 0) >= 3) signs.push('exclaiming');
  if (DEMANDS.test(one.text)) signs.push('demanding');
  if (NEGATIVE.test(one.text)) signs.push('negative');
  if (folded.length >= 2 && before.some((each) => bare(each.text) === folded)) signs.push('repeating');
  if (before.filter((each) => one.at - each.at < 60_000).length >= 3) signs.push('pressing');
  const cool = signs.reduce(
    (left, sign) => left * (1 - WEIGHT[sign] * (sign === 'abuse' ? clamp(one.abuse) : 1)),
    1,
  );
  const isKind = KIND.test(one.text) && !signs.includes('abuse');
  return { heat: (1 - cool) * (isKind ? KIND_KEEPS : 1), signs };
}

/** Newer messages count more; the hottest keeps a part, so that one calm word between does not hide it. */
function scoreOf(heats: readonly number[]): number {
  let [sum, weights, weight] = [0, 0, 1];
  for (const heat of heats.toReversed()) {
    sum += heat * weight;
    weights += weight;
    weight *= 0.7;
  }
  if (weights === 0) return 0;
  const recent = sum / weights;
  return clamp(0.75 * recent + 0.35 * Math.min(Math.max(...heats), recent * 2));
}

function bare(text: string): string {
  return foldText(text).replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
