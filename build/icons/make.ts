/** Draws the icons anew: `node build/icons/make.ts`. The drawing is mark.ts; the files are committed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ICONS } from '../places.ts';
import { icns, ico, type Sized } from './containers.ts';
import { APP_MARK, type Bar, LINES } from './mark.ts';
import { drawPng } from './raster.ts';

const sized = (sizes: readonly number[]): Sized[] =>
  sizes.map((size) => ({ size, png: drawPng(APP_MARK, size) }));

const put = (name: string, data: Buffer | string): void => {
  writeFileSync(join(ICONS, name), data);
  console.log(name, data.length);
};

mkdirSync(ICONS, { recursive: true });
put('icon.svg', svg(APP_MARK));
put('icon.png', drawPng(APP_MARK, 512));
put('icon.ico', ico(sized([16, 24, 32, 48, 64, 128, 256])));
put('icon.icns', icns(sized([16, 32, 64, 128, 256, 512, 1024])));
put('tray.png', drawPng(enlarged(LINES), 24));
put('tray@2x.png', drawPng(enlarged(LINES), 48));

/** The tray shows the lines alone, filling the little room there is. */
function enlarged(bars: readonly Bar[]): Bar[] {
  const grow = (value: number): number => 0.5 + (value - 0.5) * 1.5;
  return bars.map((bar) => ({
    ...bar,
    x: grow(bar.x),
    y: grow(bar.y),
    width: bar.width * 1.5,
    height: bar.height * 1.5,
    radius: bar.radius * 1.5,
  }));
}

function svg(bars: readonly Bar[]): string {
  const part = (value: number): string => String(Math.round(value * 10_000) / 10);
  const shapes = bars.map(
    ({ x, y, width, height, radius, colour }) =>
      `  <rect x="${part(x)}" y="${part(y)}" width="${part(width)}" height="${part(height)}" rx="${part(radius)}" fill="rgb(${colour.join(' ')})"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">\n  <title>Changkong</title>\n${shapes.join('\n')}\n</svg>\n`;
}
