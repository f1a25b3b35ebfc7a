import { foldText } from '../detect/fold.ts';

/** What in a viewer's words hands a conversation up, or takes it from the bot. */
export type Trigger = 'person' | 'money' | 'minor' | 'exposure' | 'insult' | 'danger';

/** Plain fragments under the detection fold; written for this product. */
const FRAGMENTS: Readonly<Record<Trigger, readonly string[]>> = {
  person: [
    '转人工',
    '人工客服',
    '找人工',
    '真人',
    '活人',
    '我要人工',
    '人工服务',
    'real person',
    'human',
    'agent please',
    'talk to someone',
    'zhuanrengong',
    'zhuan ren gong',
    'rengong',
  ],
  money: [
    '退款',
    '退钱',
    '退费',
    '退我',
    '赔偿',
    '赔钱',
    '要回',
    '还我钱',
    'refund',
    'chargeback',
    'money back',
    'compensation',
    'compensate',
    'tuikuan',
    'tui kuan',
    'tuiqian',
  ],
  minor: [
    '未成年',
    '小孩',
    '孩子充',
    '孩子刷',
    '儿子',
    '女儿',
    '未满18',
    '未满十八',
    '岁的孩子',
    'minor',
    'underage',
    'my child',
    'my kid',
    'my son',
    'my daughter',
    '娃儿',
    '细路',
  ],
  exposure: [
    '曝光你',
    '曝光你们',
    '发到网上',
    '上热搜',
    '媒体曝光',
    '找记者',
    '12315',
    '消协',
    '黑猫投诉',
    '起诉',
    '律师函',
    '报警',
    'sue you',
    'lawyer',
    'go public',
  ],
  insult: [
    '傻逼',
    '傻b',
    'sb',
    '草泥马',
    '操你',
    '妈的',
    '去死',
    '滚蛋',
    '废物',
    '垃圾客服',
    '脑残',
    'fuck',
    'idiot',
    'shit',
    '智障',
  ],
  danger: ['自杀', '不想活', '轻生', '活不下去', '不想活了', '跳楼', '割腕', 'kill myself', 'suicide'],
};

/** The whole message, perhaps said twice: a person is wanted. Inside a longer one they mean less. */
const ONLY =
  /^(?:(?:人工|客服|人|活人|有人吗|有人么|有没有人|来个人|找个人|换个人|人呢|agent|person|operator|representative|someone|人工客服)(?:呢|吧|啊|please|pls)*)+$/;

/** Everything a text triggers, in no order. */
export function triggersIn(text: string): ReadonlySet<Trigger> {
  const folded = ` ${foldText(text).toLowerCase()} `;
  const found = new Set<Trigger>();
  for (const [name, fragments] of Object.entries(FRAGMENTS) as [Trigger, readonly string[]][]) {
    const isSaid = fragments.some((fragment) =>
      // Latin only as words of their own.
      /^[a-z ]+$/.test(fragment) ? latinWord(fragment).test(folded) : folded.includes(foldText(fragment)),
    );
    if (isSaid) found.add(name);
  }
  if (ONLY.test(folded.replaceAll(/[\s\p{P}\p{S}]+/gu, ''))) found.add('person');
  return found;
}

const words = new Map<string, RegExp>();

function latinWord(fragment: string): RegExp {
  const known = words.get(fragment) ?? new RegExp(`(?:^|[^a-z])${fragment}(?:$|[^a-z])`);
  words.set(fragment, known);
  return known;
}
