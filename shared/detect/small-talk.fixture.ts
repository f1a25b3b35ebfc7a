/** Seeded chance for tests: a linear congruence. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WHO = ['你', '主播', '这人', '弹幕', '他', '前面那个', '房管', '队友', '对面', '你们'];
const WHAT = ['今天', '这把', '刚才', '昨天', '每次', '操作', '唱歌', '走位', '团战', '最后那下'];
const RUDE =
  '真菜 好蠢 太垃圾了 有病吧 是不是傻 笨死了 像个小丑 不行啊 丢人 装什么 废物 脑子呢 恶心 滚吧 烦死了 眼瞎吗'.split(
    ' ',
  );
const CALM =
  '好听 加油 来了来了 晚上好 可以的 学到了 笑死 冲呀 再来一首 点个关注 吃了吗 下播了吗 稳住 漂亮 有意思'.split(
    ' ',
  );
const HAN = [
  ...'春江花月夜风雪山海星河云雨草木鱼鸟光影歌舞书画茶酒灯火城桥路船马车石玉金银铁铜红蓝绿白东南西北',
];
const END = ['', '啊', '呢', '吧', '了', '哦', '嘛', '~'];

/** A room's chat made up for tests: six lines in a hundred are rude in some way, none is plain abuse. */
export function smallTalk(random: () => number): () => string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const name = (): string => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(HAN)).join('');
  const maybe = (part: number, make: () => string): string => (random() < part ? make() : '');
  return () => {
    const who = maybe(0.5, () => pick(WHO));
    if (random() < 0.06)
      return `${who}${maybe(0.7, () => pick(WHAT))}${maybe(0.6, name)}${pick(RUDE)}${pick(END)}`;
    return `${who}${pick(WHAT)}${maybe(0.85, name)}${pick(CALM)}${pick(END)}`;
  };
}
