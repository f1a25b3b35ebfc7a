import type { Reason } from '../domain/verdict.ts';
import { charBucket } from './features.ts';
import { reason } from './reasons.ts';
import type { RoomModel, SpokenHead } from './room-model.ts';
import type { Streams } from './streams.ts';

const LONGEST = 4;
/** A span grows by at most so much to end with a word. */
const WORD = 16;
/** Longest part of a text that is searched, in symbols. */
const SEARCHED = 128;
/** Below this share of a log-odd the model says nothing worth telling. */
const WORTH_TELLING = 0.5;

const WHAT_ZH = { hostile: '辱骂', dispute: '纠纷', appeal: '申诉', ad: '广告' } as const;
const WHAT_EN = {
  hostile: 'abuse',
  dispute: 'a dispute',
  appeal: 'an appeal',
  ad: 'an advertisement',
} as const;

/**
 * What the model adds or takes, in log-odds, and the characters that speak most for it, read from the stream
 * they were found in. Nothing where it says little.
 */
export function explainModel(model: RoomModel, streams: Streams, head: SpokenHead, added: number): Reason[] {
  const [zh, en] = [WHAT_ZH[head], WHAT_EN[head]];
  if (added <= -WORTH_TELLING) {
    const isOwn = model.knowledge() > 0;
    const [usual, usualEn] = isOwn
      ? ['与本房间的日常聊天相近', 'Reads like this room’s own chat']
      : ['与日常聊天相近', 'Reads like ordinary chat'];
    const against = head === 'hostile' ? usual : `读来不像${zh}`;
    const againstEn = head === 'hostile' ? usualEn : `Reads unlike ${en}`;
    return [reason('model', `${against}（模型）`, `${againstEn} (model)`, added)];
  }
  if (added < WORTH_TELLING) return [];
  const span = strongestSpan(model, streams, head);
  if (span === undefined) return [reason('model', `读来像${zh}（模型）`, `Reads like ${en} (model)`, added)];
  const part = streams.text.slice(span[0], span[1]);
  const [stream, streamEn] =
    streams.composed.length > 0 ? ['拆字', 'joined characters'] : ['字符', 'characters'];
  return [
    reason(
      'model',
      `读来像${zh}，尤其「${part}」（模型，${stream}）`,
      `Reads like ${en}, most of all “${part}” (model, ${streamEn})`,
      added,
      span,
    ),
  ];
}

/** Where up to four characters stand whose n-grams weigh most together, in the original text. */
function strongestSpan(
  model: RoomModel,
  streams: Streams,
  head: SpokenHead,
): readonly [number, number] | undefined {
  const isComposed = streams.composed.length > 0;
  const chars = isComposed ? streams.composed : streams.squeezed;
  const length = Math.min(chars.length, SEARCHED);
  let best = 0;
  let from = -1;
  let to = -1;
  for (let start = 0; start < length; start += 1) {
    let sum = 0;
    for (let end = start; end < Math.min(length, start + LONGEST); end += 1) {
      for (let size = 1; size <= Math.min(3, end - start + 1); size += 1) {
        sum += model.weightOf(charBucket(chars, end - size + 1, size), head);
      }
      if (sum <= best) continue;
      [best, from, to] = [sum, start, end];
    }
  }
  if (from < 0) return undefined;
  const { starts, ends } = streams.squeezed;
  const first = isComposed ? (chars.starts[from] ?? 0) : from;
  const last = isComposed ? (chars.ends[to] ?? 1) - 1 : to;
  return wholeWords(streams.text, starts[first] ?? 0, ends[last] ?? 0);
}

/** Nobody reads half an English word. */
function wholeWords(text: string, from: number, to: number): readonly [number, number] {
  const isWord = (at: number): boolean => /[a-z\d]/i.test(text.charAt(at));
  let [start, end] = [from, to];
  while (start > 0 && isWord(start) && isWord(start - 1) && from - start < WORD) start -= 1;
  while (end < text.length && isWord(end) && isWord(end - 1) && end - to < WORD) end += 1;
  return [start, end];
}
