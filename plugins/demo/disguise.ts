import type { Dice } from './random.ts';

/** How raiders bend a sentence: look-alikes, sound-alikes, split characters. */
const TWINS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  小: ['晓', '⼩', 'xiao', '尐'],
  满: ['蛮', '漫', 'man', '滿'],
  假: ['叚', 'jia', '贾', '亻叚'],
  唱: ['倡', '口昌', 'chang', '畅'],
  滚: ['衮', '氵衮', 'gun', '滾'],
  出: ['岀', '山山', 'chu'],
  直: ['値', '植', 'zhi'],
  播: ['波', '番', 'bo', '扌番'],
  间: ['閒', '門日', 'jian', '間'],
  取: ['娶', '耳又', 'qu'],
  关: ['関', '关关', 'guan', '関'],
  去: ['厾', '土厶', 'qu'],
  隔: ['膈', 'ge', '嗝'],
  壁: ['璧', '避', 'bi'],
  听: ['口斤', '聼', 'ting'],
  真: ['眞', '珍', 'zhen'],
  主: ['王', '煮', 'zhu', '住'],
  塌: ['踏', '榻', 'ta', '土曰羽'],
  房: ['防', '户方', 'fang'],
  大: ['夶', 'da', '达'],
  家: ['傢', '宀豕', 'jia'],
  快: ['筷', '忄夬', 'kuai'],
  跑: ['足包', '咆', 'pao'],
};

const BETWEEN = ['、', '.', '*', ' ', '~', '·', '\u200b', '\u200c', '\u2060', '丶'] as const;
const ENDS = ['', '', '！', '！！', '。', '111', '666', '[doge]', '🤡', '🐸', '…'] as const;

/** One account's own spelling of the sentence; about a quarter stay as they are. */
export function disguise(text: string, dice: Dice): string {
  const style = dice.between(0, 7);
  const bent = [...text].map((letter) => {
    const twins = TWINS[letter];
    if (twins === undefined || style < 2) return letter;
    return dice.chance(style < 5 ? 0.2 : 0.38) ? dice.pick(twins) : letter;
  });
  const symbol = dice.pick(BETWEEN);
  const spread = style === 1 || style === 4 || style === 7 ? 0.4 : 0;
  const joined = bent.map((letter) => (dice.chance(spread) ? letter + symbol : letter)).join('');
  return joined + dice.pick(ENDS);
}
