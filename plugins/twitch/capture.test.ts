import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from './simulator/harness.ts';
import { captureLines, playCapture } from './simulator/play-capture.ts';
import { startTwitchSimulator, type TwitchSimulator } from './simulator/twitch.ts';

const CAPTURE = '../shared/data/captures/twitch/busy-room-48min.irc.txt';
let sim: TwitchSimulator;
let core: Harness;

async function start(channel: string): Promise<void> {
  sim = await startTwitchSimulator({ channel });
  core = startHarness(sim.settings);
  await core.until('live', () => core.statuses.at(-1)?.state === 'live');
}
afterEach(async () => {
  await core.connection.close();
  await sim.close();
});

/** The recording's own lines, as they arrived. */
const arrived = () =>
  core.events.filter((event) => event.raw.data.includes('tmi-sent-ts=')).map((event) => event.raw.data);

describe('a recording through the chat server', () => {
  describe('written for this project', () => {
    const lines = Array.from({ length: 400 }, (_, n) => {
      const tags = `display-name=v${n % 9};id=own-${n};tmi-sent-ts=${1_700_000_000_000 + n * 250};user-id=${n % 9}`;
      return `@${tags} :v${n % 9}!v@v.tmi.twitch.tv PRIVMSG #sample :第 ${n} 句 `;
    });
    beforeEach(() => start('sample'));

    test('every line arrives once, in order and unchanged', async () => {
      const outcome = await playCapture(sim.irc, lines, { speed: 1_000 });
      await core.until('all', () => arrived().length >= lines.length);
      expect(outcome.missed).toEqual([]);
      expect(arrived()).toEqual(lines);
    });

    test('a cut in the middle is one gap; what was sent before and after arrives once', async () => {
      const outcome = await playCapture(sim.irc, lines, { speed: 500, cutAt: 0.5 });
      await core.until('all', () => arrived().length >= outcome.sent.length && core.of('gap').length === 1);
      expect(arrived()).toEqual(outcome.sent);
      expect(outcome.sent.length + outcome.missed.length).toBe(lines.length);
      expect(core.of('gap')[0]?.body).toMatchObject({
        reason: 'connection cut',
        estimate: expect.any(Number),
      });
    });
  });

  test('busy-room-48min at 2000×, cut in the middle', async ({ skip }) => {
    if (!existsSync(CAPTURE)) skip(`${CAPTURE} is not here`);
    await start('forsen');
    const lines = captureLines(readFileSync(CAPTURE, 'utf8'));
    const outcome = await playCapture(sim.irc, lines, { speed: 2_000, cutAt: 0.5 });
    await core.until('all', () => arrived().length >= outcome.sent.length && core.of('gap').length === 1);
    expect(lines.length).toBe(1_942);
    expect(arrived()).toEqual(outcome.sent);
    expect(outcome.sent.length + outcome.missed.length).toBe(1_942);
    expect(new Set(core.events.map((event) => event.eventId)).size).toBe(core.events.length);
  });
});
