import { expect, it } from 'vitest';
import { parseWindowState, placeWindow, type Rect } from './window-state.ts';

const main: Rect = { x: 0, y: 0, width: 1920, height: 1040 };
const left: Rect = { x: -1280, y: 0, width: 1280, height: 720 };
const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

it.each<[string, Rect | undefined, readonly Rect[], Rect]>([
  ['nothing remembered: the middle', undefined, [main], rect(240, 70, 1440, 900)],
  ['remembered and visible: there', rect(10, 20, 1200, 800), [main], rect(10, 20, 1200, 800)],
  ['on the second display', rect(-1200, 20, 1000, 700), [main, left], rect(-1200, 20, 1000, 700)],
  ['its display is gone: the middle', rect(-1200, 20, 1000, 700), [main], rect(460, 170, 1000, 700)],
  ['title bar above the display', rect(10, -400, 1000, 700), [main], rect(460, 170, 1000, 700)],
  ['only a corner visible', rect(1900, 20, 1000, 700), [main], rect(460, 170, 1000, 700)],
  ['larger than the display', rect(0, 0, 5000, 3000), [main], rect(0, 0, 1920, 1040)],
  ['smaller than is usable', rect(50, 50, 100, 100), [main], rect(50, 50, 960, 600)],
  ['a display smaller than the smallest window', undefined, [rect(0, 0, 800, 500)], rect(0, 0, 800, 500)],
  ['no display known', undefined, [], rect(0, 0, 1440, 900)],
])('%s', (_name, remembered, displays, placed) => {
  expect(placeWindow(remembered, displays)).toEqual(placed);
});

it.each([
  ['', { maximized: false }],
  ['{', { maximized: false }],
  ['[]', { maximized: false }],
  ['{"bounds":{"x":"1"}}', { maximized: false }],
  ['{"maximized":true,"language":"en"}', { maximized: true, language: 'en' }],
])('reads %s', (text, state) => {
  expect(parseWindowState(text)).toEqual(state);
});
