import type { IrcSimulator } from './irc-server.ts';

/** How a recording goes through the chat server. */
export interface CapturePlan {
  /** 1 is the recording's own speed. */
  readonly speed: number;
  /** Cuts every connection when this share (0..1) of the lines has been sent; absent: never. */
  readonly cutAt?: number;
}

export interface CaptureOutcome {
  /** Lines that reached a listener. */
  readonly sent: readonly string[];
  /** Lines sent while nobody listened: lost, as in a live room. */
  readonly missed: readonly string[];
  readonly seconds: number;
}

/** Sends a recording to whoever has joined; wait for `irc.joined()` before. */
export async function playCapture(
  irc: IrcSimulator,
  lines: readonly string[],
  plan: CapturePlan,
): Promise<CaptureOutcome> {
  const began = performance.now();
  const playing = irc.play(lines, { speed: plan.speed });
  const watch = setInterval(() => {
    const share = (playing.sent().length + playing.missed().length) / lines.length;
    if (plan.cutAt === undefined || share < plan.cutAt) return;
    clearInterval(watch);
    void irc.cut();
  }, 5);
  await playing.done;
  clearInterval(watch);
  return { sent: playing.sent(), missed: playing.missed(), seconds: (performance.now() - began) / 1000 };
}

/** Lines of a recording, without blank ones. */
export function captureLines(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}
