import { expect, it } from 'vitest';
import { visible } from './notice-text.ts';

it.each([
  ['小满的歌房：突袭 ×31', '小满的歌房：突袭 ×31'],
  ['<b>x</b> <img src=http://a/>', '‹b›x‹/b› ‹img src=http://a/›'],
  ['Tom & Jerry', 'Tom ＆ Jerry'],
  ['abc\u202efdp.exe', 'abc fdp.exe'],
  ['a\u0000b\nc\u2066d', 'a b c d'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});
