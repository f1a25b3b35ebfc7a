import { REQUESTS, SMALL_TALK, SONG_TALK } from '../../plugins/demo/lines/chat.ts';
import { ADS, DISPUTES, INSULTS } from '../../plugins/demo/lines/trouble.ts';
import { createDice } from '../../plugins/demo/random.ts';

/** One message of the corpus. */
export interface Said {
  readonly n: number;
  readonly user: string;
  readonly text: string;
}

/** How a corpus is mixed. */
export interface CorpusOptions {
  /** Share of messages that a detector should flag, 0..1; each by somebody of its own. */
  readonly trouble: number;
  /** Accounts; some talk much more than others. */
  readonly people: number;
}

const SYLLABLES = (
  '主播 今天 唱 歌 真 好听 哈哈 来了 晚上好 声音 麦克风 现场 副歌 再来 一首 支持 加油 冲 喜欢 这个 旋律 高音 伴奏 循环 ' +
  '下班 地铁 宿舍 作业 夜宵 奶茶 火锅 猫 天气 周末 明天 早起 弹幕 前排 打卡 关注 灯牌 气氛 温柔 治愈 安静 开心 想听 什么 时候 ' +
  '哪里 可以 那首 老歌 新歌 专辑 吉他 钢琴 鼓 和声 转音 气息 稳 太 了 呀 呢 吧 也 都 还 就 又 yyds 233 666 awsl'
).split(' ');
const TROUBLE = [...INSULTS.plain, ...INSULTS.initials, ...ADS.flat(), ...DISPUTES.flat()];
const SAID = [...SMALL_TALK, ...REQUESTS, ...SONG_TALK];

/** Messages without end; the same options and number always give the same message. */
export function corpus(options: CorpusOptions): (n: number) => Said {
  return (n) => {
    const dice = createDice(Math.imul(n + 1, 0x9e3779b1));
    if (dice.chance(options.trouble)) {
      return { n, user: `t${n}`, text: TROUBLE[n % TROUBLE.length] ?? '' };
    }
    const user = `u${Math.floor(dice.next() ** 2 * options.people)}`;
    const roll = dice.next();
    if (roll < 0.4) return { n, user, text: SAID[Math.floor(dice.next() * SAID.length)] ?? '' };
    const words = 2 + Math.floor(dice.next() * 5);
    let text = '';
    for (let turn = 0; turn < words; turn += 1)
      text += SYLLABLES[Math.floor(dice.next() ** 1.5 * SYLLABLES.length)];
    return { n, user, text: roll < 0.7 ? text + hans(dice.next(), dice.next()) : text };
  };
}

/** A message as Twitch sends it; its id is `n`. */
export function ircLine(said: Said, channel: string, atMs: number): string {
  const { n, user, text } = said;
  const id = userNumber(user);
  return (
    `@badge-info=subscriber/${1 + (id % 40)};badges=subscriber/${id % 24};client-nonce=${(n * 2654435761) % 4294967296};color=#1E90FF;` +
    `display-name=${user};emotes=;first-msg=0;flags=;id=${messageId(n)};mod=0;returning-chatter=0;room-id=${channel.length}77;` +
    `subscriber=1;tmi-sent-ts=${atMs};turbo=0;user-id=${id};user-type= :${user}!${user}@${user}.tmi.twitch.tv PRIVMSG #${channel} :${text}\r\n`
  );
}

/** The id of message `n`, shaped as the platform's are. */
export function messageId(n: number): string {
  const hex = n.toString(16).padStart(12, '0');
  return `be9c4000-0000-4000-8000-${hex}`;
}

/** The number in an id of {@link messageId}, also where it stands inside other text; null where there is none. */
export function numberOf(id: string): number | null {
  const found = /be9c4000-0000-4000-8000-([0-9a-f]{12})/.exec(id);
  return found?.[1] === undefined ? null : Number.parseInt(found[1], 16);
}

/** Words that a room blocks: rare pairs, triples and fours of ideographs, which ordinary chat does not hold. */
export function blockedTerms(count: number): readonly string[] {
  const dice = createDice(7);
  const terms = new Set<string>();
  while (terms.size < count) {
    const length = dice.between(2, 4);
    terms.add(Array.from({ length }, () => String.fromCharCode(0x6e00 + dice.between(0, 2_500))).join(''));
  }
  return [...terms];
}

function userNumber(user: string): number {
  return 100_000 + Number(user.slice(1)) * 2 + (user.startsWith('t') ? 1 : 0);
}

function hans(one: number, two: number): string {
  return String.fromCharCode(0x4e00 + Math.floor(one * 3_000), 0x4e00 + Math.floor(two * 3_000));
}
