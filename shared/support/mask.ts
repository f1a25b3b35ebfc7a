const PERSONAL: readonly (readonly [pattern: RegExp, label: string])[] = [
  [/\d{17}[\dXx]|\d{15}(?!\d)/g, '[证件号]'],
  [/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, '[卡号]'],
  [/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)/g, '[手机号]'],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, '[邮箱]'],
  [/(?:微信|vx|wx|wechat|qq)(?:号|id)?\s?[:：是]?\s?[a-zA-Z0-9_-]{5,20}/gi, '[联系方式]'],
  [/https?:\/\/\S{1,500}/gi, '[链接]'],
  [/(?<!\d)\d{6,}(?!\d)/g, '[号码]'],
];

/**
 * Personal data out of a text before it leaves the hub: identity and bank cards, phones, mail, QQ and
 * WeChat ids, addresses of sites. What stands in its place says what it was.
 */
export function maskPersonal(text: string): string {
  return PERSONAL.reduce(
    (masked, [pattern, label]) => masked.replaceAll(pattern, label),
    text.normalize('NFKC'),
  );
}

/**
 * The same with a number in each place, `⟦1⟧`, and what stood there, so that it can be put back into
 * a translation that came from outside.
 */
export function hidePersonal(text: string): { readonly text: string; readonly kept: readonly string[] } {
  const kept: string[] = [];
  const plain = text.normalize('NFKC').replaceAll('⟦', '[').replaceAll('⟧', ']');
  const hidden = PERSONAL.reduce(
    (masked, [pattern]) =>
      masked.replaceAll(pattern, (found) => {
        kept.push(found);
        return `⟦${kept.length}⟧`;
      }),
    plain,
  );
  return { text: hidden, kept };
}

/** Content shown only after it was revealed. */
export function veil(text: string): string {
  return [...text].map((char) => (/\s/.test(char) ? char : '▇')).join('');
}
