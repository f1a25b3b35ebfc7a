import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';

describe('foldText', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['𝓗ello', 'hello'],
    ['①②③', '123'],
    ['⑴⒉❸', '123'],
    ['🅱️', 'b'],
    ['傻\u200b逼\ufeff', '傻逼'],
    ['媽媽後來', '妈妈后来'],
    ['Dù娘', 'du娘'],
    ['аЬс', 'abc'],
    ['伱莪', '你我'],
    ['a\u202eb', 'ab'],
    ['z̷a̶l̴go', 'zalgo'],
    ['８８８', '888'],
    ['哈哈😀', '哈哈😀'],
    ['\ud800x\udc00', 'x'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is idempotent, never longer, and well formed on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = foldText(text);
        return foldText(once) === once && once.length <= text.length && once.isWellFormed();
      }),
    );
  });

  it('takes lone surrogates and any unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
        const once = foldText(String.fromCharCode(...units));
        return foldText(once) === once && once.isWellFormed();
      }),
    );
  });
});
