import type { StoredEvent } from '../main/store/store.ts';
import { chatEvent, giftEvent, TEST_TIME } from '../shared/testing/events.ts';

/** Syllables of everyday chat, written for this bench; texts are drawn from them by a Zipf-like law. */
const WORDS = (
  '主播 今天 好看 哈哈 哈哈哈 来了 打卡 晚上好 第一次 关注 了 这个 怎么 买 多少 钱 链接 呢 想要 上车 好听 再来 一首 支持 加油 冲鸭 ' +
  '老铁 没毛病 双击 六六六 牛 太强 了吧 我 不信 真的 假的 退款 什么 时候 发货 客服 不理 人 举报 骗子 差评 别 刷屏 房管 出来 ' +
  '禁言 我 了 为什么 申诉 朋友们 火箭 走一波 感谢 榜一 大哥 求 翻牌 唱歌 跳舞 游戏 开黑 上分 菜 一起 玩 网络 卡 了 声音 小 ' +
  '天气 北京 上海 广州 学生 作业 明天 考试 早睡 吃饭 奶茶 火锅 外卖 猫 狗 可爱 喜欢 爱了 么么哒 谢谢 再见 晚安 开心 难过 无语 ' +
  'yyds awsl 666 233 hello nice gg ok'
).split(' ');

/** The n-th text; the same n always gives the same text. */
export function benchText(n: number): string {
  let seed = (Math.imul(n + 1, 0x9e3779b1) ^ 0x85ebca6b) >>> 0;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const count = 2 + Math.floor(next() * 4);
  let text = '';
  for (let index = 0; index < count; index += 1) text += word(next());
  return next() < 0.4 ? text + rare(next()) + rare(next()) : text;
}

/** Rows as the core would hand them over: nine chat messages to one gift, 20,000 people, four rooms. */
export function chatRows(from: number, count: number): readonly StoredEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index;
    const user = String(Math.floor(((Math.imul(n, 0x27d4eb2f) >>> 0) / 4294967296) ** 2 * 20_000));
    const spec = { key: uuidOf(n), roomId: `room-${n % 4}`, at: TEST_TIME + n, user, seq: n };
    const event =
      n % 10 === 9 ? giftEvent({ ...spec, fen: 100 }) : chatEvent({ ...spec, text: benchText(n) });
    const raw = {
      encoding: 'json',
      data: JSON.stringify({ cmd: 'DANMU_MSG', info: [n, user, spec.key] }),
    } as const;
    return { offset: Math.floor(n / 4), event: { ...event, raw }, verdicts: [] };
  });
}

function word(chance: number): string {
  return WORDS[Math.floor(chance ** 2 * WORDS.length)] ?? '';
}

/** Any of 3,000 common ideographs. */
function rare(chance: number): string {
  return String.fromCharCode(0x4e00 + Math.floor(chance * 3000));
}

function uuidOf(n: number): string {
  const part = (salt: number): string =>
    (Math.imul(n + salt, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${part(1)}-${part(0x51)}-${part(0x1234567)}-${n.toString(16)}`;
}
