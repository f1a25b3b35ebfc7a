/** One rounded bar of the mark, in parts of the whole (0..1). */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly colour: readonly [number, number, number];
}

const line = (x: number, y: number, width: number, colour: Bar['colour']): Bar => ({
  x,
  y,
  width,
  height: 0.115,
  radius: 0.0575,
  colour,
});

const GROUND = [0x16, 0x1a, 0x22] as const;
const CHAT = [0xc9, 0xd3, 0xe0] as const;
const QUIET = [0x5d, 0x6b, 0x80] as const;
const FLAGGED = [0xf2, 0xb1, 0x3c] as const;

/** Lines of danmaku passing by; one of them is marked, with the controller's flag at its head. */
export const LINES: readonly Bar[] = [
  line(0.34, 0.2, 0.46, CHAT),
  line(0.2, 0.365, 0.34, QUIET),
  line(0.2, 0.53, 0.115, FLAGGED),
  line(0.365, 0.53, 0.435, FLAGGED),
  line(0.28, 0.695, 0.4, CHAT),
];

/** The application's icon. */
export const APP_MARK: readonly Bar[] = [
  { x: 0.04, y: 0.04, width: 0.92, height: 0.92, radius: 0.21, colour: GROUND },
  ...LINES,
];
