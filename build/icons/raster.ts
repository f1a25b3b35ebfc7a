import { crc32, deflateSync } from 'node:zlib';
import type { Bar } from './mark.ts';

/** Draws bars onto a transparent square of `size` pixels and returns it as a PNG. */
export function drawPng(bars: readonly Bar[], size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const at = y * (size * 4 + 1) + 1 + x * 4;
      rows.set(pixel(bars, (x + 0.5) / size, (y + 0.5) / size, 1 / size), at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Colour and alpha at a point: each bar over the one before, its edge softened over one pixel. */
function pixel(bars: readonly Bar[], x: number, y: number, unit: number): readonly number[] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (const bar of bars) {
    const cover = Math.min(1, Math.max(0, 0.5 - outside(bar, x, y) / unit));
    if (cover === 0) continue;
    const next = cover + alpha * (1 - cover);
    const mix = (over: number, under: number): number => (over * cover + under * alpha * (1 - cover)) / next;
    [red, green, blue] = [mix(bar.colour[0], red), mix(bar.colour[1], green), mix(bar.colour[2], blue)];
    alpha = next;
  }
  return [red, green, blue, alpha * 255].map(Math.round);
}

/** Distance from the edge of a rounded rectangle, negative inside (the usual signed distance). */
function outside(bar: Bar, x: number, y: number): number {
  const dx = Math.abs(x - bar.x - bar.width / 2) - bar.width / 2 + bar.radius;
  const dy = Math.abs(y - bar.y - bar.height / 2) - bar.height / 2 + bar.radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - bar.radius;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
