import { createDice } from '../../plugins/demo/random.ts';

/** Long messages that try to be dear, by name; each call makes another one of the same kind. */
export function hostileTexts(length: number): Readonly<Record<string, (go: number) => string>> {
  const filled = (parts: readonly string[]) => (go: number) => {
    const dice = createDice(go + 1);
    let text = '';
    while (text.length < length) text += parts[Math.floor(dice.next() * parts.length)] ?? '';
    return text.slice(0, length);
  };
  const range = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => String.fromCodePoint(from + at));
  return {
    'random ideographs': filled(range(0x4e00, 5_000)),
    'one ideograph': filled(['啊']),
    'insults end to end': filled(['傻逼', '废物', '垃圾', '滚', '妈', '死', 'sb', 'nmsl', '你', '他']),
    'pieces of insults': filled(['傻', '逼', '废', '草', '泥', '马', 's', 'b', 'n', 'm', '尼', '玛']),
    'full width and look-alikes': filled([...range(0xff21, 26), ...range(0x0430, 30), ...range(0x2460, 20)]),
    'zero width between letters': filled(['a\u200b', '加\u200d', '微\u2060', '1\ufeff', '傻\u200c']),
    emoji: filled(range(0x1f400, 120)),
    'combining marks': filled(['a\u0301\u0302\u0303', '微\u20dd', 'o\u0308\u0323']),
    'digits and contacts': filled(['1', '2', '八', '④', 'q', 'v', '扣', '+', '-', '微信', '加']),
    addresses: filled(['http://a.b/', 'www.', '.com', 'x.cn/', 'xn--', '@', '点', 'com ', '：//']),
    base64: filled(['aHR0cDovL2Eu', 'Yi9j', 'QUJD', '==', 'ZGVm']),
    pinyin: filled(['sha', 'bi', 'cao', 'ni', 'ma', 'jia', 'wei', 'xin', 'tui', 'kuan', ' ']),
    'refund words': filled(['退款', '退钱', '充值', '未成年', '孩子', '12315', '骗子', '礼物', '客服']),
    traditional: filled(['退錢', '騙', '垃圾', '廢物', '畜牲', '賠', '還我', '檢舉']),
  };
}
