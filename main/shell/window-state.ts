import { z } from 'zod';

export const RectSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
});
/** A window or a display's work area, in device-independent pixels. */
export type Rect = Readonly<z.infer<typeof RectSchema>>;

export const WindowStateSchema = z.object({
  bounds: RectSchema.optional(),
  maximized: z.boolean().default(false),
  language: z.enum(['zh', 'en']).optional(),
});
/** What is remembered of the windows between starts. */
export type WindowState = Readonly<z.infer<typeof WindowStateSchema>>;

export const SMALLEST = { width: 960, height: 600 } as const;
const USUAL = { width: 1440, height: 900 } as const;
/** So much of a window's top edge must lie on a display for it to be dragged. */
const GRIP = { width: 120, height: 40 } as const;

/** Reads a remembered state; anything unreadable is as if nothing was remembered. */
export function parseWindowState(text: string): WindowState {
  try {
    const read = WindowStateSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : { maximized: false };
  } catch {
    return { maximized: false };
  }
}

/**
 * Where to open: the remembered place where its title bar can still be reached on one of `displays`
 * (the first is the main one), otherwise the middle of the main display. Never larger than its display.
 */
export function placeWindow(remembered: Rect | undefined, displays: readonly Rect[]): Rect {
  const home = displays[0] ?? { x: 0, y: 0, ...USUAL };
  const display = remembered && displays.find((area) => holdsGrip(area, remembered));
  const area = display ?? home;
  const width = within(remembered?.width ?? USUAL.width, SMALLEST.width, area.width);
  const height = within(remembered?.height ?? USUAL.height, SMALLEST.height, area.height);
  if (display === undefined || remembered === undefined) {
    return {
      x: area.x + Math.round((area.width - width) / 2),
      y: area.y + Math.round((area.height - height) / 2),
      width,
      height,
    };
  }
  return { x: remembered.x, y: remembered.y, width, height };
}

function holdsGrip(area: Rect, rect: Rect): boolean {
  const visible =
    Math.min(area.x + area.width, rect.x + Math.max(rect.width, SMALLEST.width)) - Math.max(area.x, rect.x);
  const top = rect.y >= area.y && rect.y + GRIP.height <= area.y + area.height;
  return top && visible >= GRIP.width;
}

function within(wanted: number, least: number, most: number): number {
  return Math.min(Math.max(wanted, least), most);
}
