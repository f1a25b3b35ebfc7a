/**
 * Personal data out of a text before it leaves the hub: identity and bank cards, phones, mail, QQ and
 * WeChat ids, addresses of sites. What stands in its place says what it was.
 */
export function maskPersonal(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\d{17}[\dXx]|\d{15}(?!\d)/g, '[证件号]')
    .replaceAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, '[卡号]')
    .replaceAll(/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)/g, '[手机号]')
    .replaceAll(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, '[邮箱]')
    .replaceAll(/(?:微信|vx|wx|wechat|qq)(?:号|id)?\s?[:：是]?\s?[a-zA-Z0-9_-]{5,20}/gi, '[联系方式]')
    .replaceAll(/https?:\/\/\S{1,500}/gi, '[链接]')
    .replaceAll(/(?<!\d)\d{6,}(?!\d)/g, '[号码]');
}

/** Content shown only after it was revealed. */
export function veil(text: string): string {
  return [...text].map((char) => (/\s/.test(char) ? char : '▇')).join('');
}
