import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of a message', () => {
  it.each([
    ['退款在哪里', 'zh'],
    ['發票在哪裡', 'zh'],
    ['请refund我的gift', 'zh'],
    ['ありがとう、返金してください', 'ja'],
    ['東京タワーのギフト', 'ja'],
    ['감사합니다 환불해 주세요', 'ko'],
    ['สวัสดีครับ', 'th'],
    ['I paid for a gift but it never arrived', 'en'],
    ['where is my order', 'en'],
    ['hola necesito ayuda con mi recarga', 'es'],
    ['bonjour je voudrais un remboursement', 'fr'],
    ['ich habe bezahlt aber nichts bekommen', 'de'],
    ['xin chào tôi muốn nạp tiền', 'vi'],
  ])('L1 of “%s” is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
  it.each(['', 'ok', 'gg', '6666', '👍👍', 'haha', 'https://example.com/where/is/my/order', 'hello', '好'])(
    'L2 of “%s” is too little to tell',
    (text) => {
      expect(languageOf(text)).toBeUndefined();
    },
  );
  it('L3 takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 800 }), (text) => {
        expect(languageOf(text) ?? 'xx').toMatch(/^[a-z]{2}$/);
      }),
    );
  });
});
