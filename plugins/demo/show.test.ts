import { describe, expect, it } from 'vitest';
import { createShow, type ShowOptions } from './show.ts';
import type { Beat } from './stage.ts';

const FULL: ShowOptions = { seed: 7, room: '小满的歌房', rate: 1, script: 'full' };

function beats(options: ShowOptions, untilMs: number): readonly Beat[] {
  const show = createShow(options);
  const out: Beat[] = [];
  for (let beat = show.next(); beat.atMs <= untilMs; beat = show.next()) out.push(beat);
  return out;
}

function take(options: ShowOptions, count: number): readonly Beat[] {
  const show = createShow(options);
  return Array.from({ length: count }, () => show.next());
}

const lines = (all: readonly Beat[]) =>
  all.flatMap(({ draft, atMs }) =>
    draft.kind === 'chat'
      ? [{ atMs, name: draft.actor?.name ?? '', id: draft.actor?.id ?? '', text: draft.body.text }]
      : [],
  );

describe('a show', () => {
  it('is the same for the same seed, and another for another', () => {
    const first = take(FULL, 2_000);
    expect(take(FULL, 2_000)).toEqual(first);
    expect(take({ ...FULL, seed: 8 }, 2_000)).not.toEqual(first);
  });

  it('never goes back in time and numbers what happens', () => {
    const all = take(FULL, 5_000);
    expect(all.map((beat) => beat.n)).toEqual(all.map((_, index) => index));
    expect(all.every((beat, index) => beat.atMs >= (all[index - 1]?.atMs ?? 0))).toBe(true);
  });

  it('talks at five to eight messages a second, in several hundred different lines', () => {
    const said = lines(beats({ ...FULL, script: 'calm' }, 600_000));
    expect(said.length / 600).toBeGreaterThan(5);
    expect(said.length / 600).toBeLessThan(8);
    expect(new Set(said.map((line) => line.text)).size).toBeGreaterThan(600);
    expect(new Set(said.map((line) => line.id)).size).toBeGreaterThan(150);
  });

  it('has every kind of thing that happens in a room', () => {
    const kinds = new Set(beats(FULL, 200_000).map((beat) => beat.draft.kind));
    expect([...kinds].sort()).toEqual(
      [
        'chat',
        'enter',
        'follow',
        'gift',
        'like',
        'membership',
        'mod_action',
        'room_state',
        'share',
        'stream_state',
        'superchat',
        'system',
      ].sort(),
    );
  });

  it('multiplies its rate', () => {
    const slow = lines(beats({ ...FULL, script: 'calm' }, 60_000)).length;
    const fast = lines(beats({ ...FULL, script: 'calm', rate: 10 }, 60_000)).length;
    expect(fast / slow).toBeGreaterThan(6);
  });
});

describe('the script', () => {
  const all = beats(FULL, 190_000);
  const said = lines(all);
  const by = (name: string) => said.filter((line) => line.name === name);

  it('begins with a flood within ten seconds', () => {
    const flood = by('冲榜小王子');
    expect(flood.length).toBe(16);
    expect(flood[0]?.atMs).toBeLessThan(10_000);
  });

  it('brings a raid of thirty accounts in many spellings, and regulars who quote it', () => {
    const raiders = said.filter(
      (line) =>
        line.id.startsWith('d9') &&
        line.atMs >= 60_000 &&
        line.atMs < 90_000 &&
        /[满滿蛮漫]|man/.test(line.text) &&
        /播|波|番|bo/.test(line.text),
    );
    expect(new Set(raiders.map((line) => line.id)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(raiders.map((line) => line.text)).size).toBeGreaterThanOrEqual(15);
    const quotes = said.filter(
      (line) => line.id.startsWith('d1') && line.text.includes('小满假唱滚出直播间'),
    );
    expect(quotes.length).toBeGreaterThanOrEqual(2);
    expect(quotes.length).toBeLessThanOrEqual(3);
  });

  it('lets somebody give a ¥1,314 gift and want it back within minutes', () => {
    const gift = all.find((beat) => beat.draft.kind === 'gift' && beat.draft.body.name === '嘉年华');
    expect(gift?.draft.kind === 'gift' && gift.draft.body.paid.money.cnyFen).toBe('131400');
    const complaint = by('陈默');
    expect(complaint.map((line) => line.text).join()).toMatch(/退钱.*投诉/);
    expect((complaint[0]?.atMs ?? 0) - (gift?.atMs ?? 0)).toBeLessThan(120_000);
  });

  it('mutes somebody by another moderator, who asks why once it is over', () => {
    const mute = all.find((beat) => beat.sanction?.kind === 'mute');
    const appeal = by('橙子汽水').filter((line) => /禁我言|禁言/.test(line.text));
    expect(appeal.length).toBeGreaterThanOrEqual(1);
    expect(appeal[0]?.atMs).toBeGreaterThan((mute?.atMs ?? 0) + (mute?.sanction?.durationSec ?? 0) * 1000);
  });

  it('shows each kind of trouble once in three minutes', () => {
    const text = said.map((line) => line.text).join('\n');
    for (const part of ['废物主播', 'nmsl', '🐎', '沙壁', '加V看福利', '孩子用我手机充的', '退钱']) {
      expect(text).toContain(part);
    }
  });

  it('comes again about every six minutes', () => {
    const later = lines(beats(FULL, 900_000)).filter((line) => line.atMs > 200_000);
    const disputes = later.filter((line) => /退款|退钱/.test(line.text) && /^d8/.test(line.id));
    expect(disputes.length).toBeGreaterThanOrEqual(2);
  });

  it('is silent where it is calm', () => {
    const calm = beats({ ...FULL, room: '阿澈电台', script: 'calm' }, 300_000);
    expect(calm.some((beat) => beat.sanction !== undefined)).toBe(false);
    expect(calm.map((beat) => (beat.draft.kind === 'chat' ? beat.draft.body.text : '')).join()).not.toMatch(
      /nmsl|退钱！|加V/,
    );
  });
});
