import type { User } from '../../shared/domain/person.ts';
import { BIG_GIFTS, giftDraft, guardDraft, SMALL_GIFTS, superchatDraft } from './gifts.ts';
import { REQUESTS, SMALL_TALK, SONG_TALK, SONGS } from './lines/chat.ts';
import { combined } from './lines/combos.ts';
import { EVERYDAY } from './lines/more-chat.ts';
import { SUPERCHATS, WAVES, type Wave } from './lines/waves.ts';
import { createNovelty, type Novelty } from './novelty.ts';
import type { RoomPlan } from './rooms.ts';
import { chatDraft, every, noteDraft, type Stage } from './stage.ts';

/** What the room is in the mood for; the parts of the show read and change it. */
interface Mood {
  song: string;
  wave: Wave | null;
  waveUntilMs: number;
  viewers: number;
  readonly novelty: Novelty;
  /** New accounts that stay for a while. */
  readonly guests: User[];
}

/** Fills the agenda with everything ordinary: chat and its waves, gifts, entries, likes, songs, a PK. */
export function runAmbient(stage: Stage, plan: RoomPlan, rate: number): void {
  const { dice, cast, emit } = stage;
  const mood: Mood = {
    song: dice.pick(SONGS),
    wave: null,
    waveUntilMs: 0,
    viewers: plan.viewers,
    novelty: createNovelty(1_500),
    guests: [],
  };
  const per = (ms: number) => () => ms / (rate * plan.pace);

  emit(0, { kind: 'stream_state', body: { live: true, title: plan.title } });
  emit(0, { kind: 'room_state', body: { viewers: mood.viewers, slowSec: 0, roomMute: false } });

  every(
    stage,
    50,
    () => per(mood.wave !== null ? 110 : 250)(),
    (atMs) => {
      if (mood.wave !== null && atMs > mood.waveUntilMs) mood.wave = null;
      emit(atMs, chatDraft(speaker(stage, mood), line(stage, mood)));
    },
  );
  every(
    stage,
    14_000,
    () => 34_000,
    (atMs) => wave(stage, mood, atMs, dice.pick(WAVES)),
  );
  every(stage, 1_000, per(2_600), (atMs) => {
    const who = dice.chance(0.5) ? dice.pick(cast.regulars) : cast.newcomer();
    emit(atMs, { kind: 'enter', actor: who, body: {} });
  });
  every(stage, 3_000, per(5_200), (atMs) => gift(stage, atMs));
  every(stage, 5_000, per(9_000), (atMs) => {
    emit(atMs, {
      kind: 'like',
      actor: dice.pick(cast.regulars),
      body: { count: dice.between(1, 30), windowMs: 2_000 },
    });
  });
  every(stage, 9_000, per(28_000), (atMs) =>
    emit(atMs, { kind: 'follow', actor: cast.newcomer(), body: {} }),
  );
  every(stage, 20_000, per(65_000), (atMs) =>
    emit(atMs, { kind: 'share', actor: dice.pick(cast.regulars), body: {} }),
  );
  every(stage, 26_000, per(80_000), (atMs) => {
    const fen = dice.pick([3_000, 3_000, 5_000, 10_000]);
    emit(atMs, superchatDraft(dice.pick(cast.regulars), `sc${Math.round(atMs)}`, dice.pick(SUPERCHATS), fen));
  });
  every(stage, 45_000, per(120_000), (atMs) => {
    emit(atMs, guardDraft(dice.pick(cast.regulars), dice.chance(0.9) ? 3 : 2, dice.chance(0.6)));
    wave(stage, mood, atMs, thanks());
  });
  every(
    stage,
    10_000,
    () => 10_000,
    (atMs) => {
      mood.viewers = Math.max(50, mood.viewers + dice.between(-60, 70));
      emit(atMs, { kind: 'room_state', body: { viewers: mood.viewers } });
    },
  );
  every(
    stage,
    2_000,
    () => 150_000,
    (atMs) => {
      mood.song = dice.pick(SONGS);
      emit(atMs, noteDraft('song', `正在演唱《${mood.song}》`));
      stage.say(atMs + 1_500, cast.streamer, `下面这首《${mood.song}》，送给今晚的大家`);
    },
  );
  if (plan.pk)
    every(
      stage,
      70_000,
      () => 420_000,
      (atMs) => pk(stage, mood, atMs),
    );
}

/** Mostly regulars, some more talkative than others; else a guest, now and then a new one. */
function speaker(stage: Stage, mood: Mood): User {
  const { dice, cast } = stage;
  if (dice.chance(0.86)) {
    const talkative = Math.floor(dice.next() ** 1.6 * cast.regulars.length);
    return cast.regulars[talkative] ?? cast.regulars[0];
  }
  const [first, ...others] = mood.guests;
  if (first !== undefined && dice.chance(0.7)) return dice.pick([first, ...others]);
  const guest = cast.newcomer();
  mood.guests.push(guest);
  if (mood.guests.length > 40) mood.guests.shift();
  return guest;
}

function line(stage: Stage, mood: Mood): string {
  const { dice } = stage;
  if (mood.wave !== null && dice.chance(0.7)) return dice.pick(mood.wave.lines);
  if (dice.chance(0.12)) return dice.pick(dice.pick(WAVES).lines);
  for (let turn = 0; turn < 8; turn++) {
    const text = ordinary(stage, mood);
    if (mood.novelty.isNew(text)) return text;
  }
  return dice.pick(dice.pick(WAVES).lines);
}

const TAILS = ['～', '！', '哈哈', '呀', '[比心]', '[花]', '…', '✨'] as const;

function ordinary(stage: Stage, mood: Mood): string {
  const { dice } = stage;
  const roll = dice.next();
  if (roll < 0.1) return dice.pick(SONG_TALK).replace('《》', `《${mood.song}》`);
  if (roll < 0.18) return dice.pick(REQUESTS).replace('《》', `《${dice.pick(SONGS)}》`);
  const text = roll < 0.36 ? dice.pick(SMALL_TALK) : roll < 0.6 ? dice.pick(EVERYDAY) : combined(dice.pick);
  return dice.chance(0.22) ? `${text}${dice.pick(TAILS)}` : text;
}

function wave(stage: Stage, mood: Mood, atMs: number, next: Wave): void {
  mood.wave = next;
  mood.waveUntilMs = atMs + stage.dice.between(4_000, 9_000);
}

function thanks(): Wave {
  return WAVES.find((one) => one.id === 'thanks') ?? WAVES[0];
}

function gift(stage: Stage, atMs: number): void {
  const { dice, cast, emit } = stage;
  const giver = dice.pick(cast.regulars);
  if (dice.chance(0.06)) {
    emit(atMs, giftDraft(giver, dice.pick(BIG_GIFTS), 1));
    return;
  }
  const small = dice.pick(SMALL_GIFTS);
  if (!dice.chance(0.4)) {
    emit(atMs, giftDraft(giver, small, dice.pick([1, 1, 1, 5, 10])));
    return;
  }
  const id = `combo${Math.round(atMs)}`;
  const times = dice.between(3, 9);
  for (let turn = 1; turn <= times; turn++) {
    const combo = { id, count: turn, ...(turn === times ? { ended: true } : {}) };
    stage.at(atMs + (turn - 1) * 650, giftDraft(giver, small, 1, combo));
  }
}

/** A contest with another room for ninety seconds: scores as notes, a crowd that cheers. */
function pk(stage: Stage, mood: Mood, atMs: number): void {
  const { dice } = stage;
  const rival = dice.pick(['南城旧事', '阿渡唱歌', '木棉电台']);
  let ours = 0;
  let theirs = 0;
  stage.at(atMs, noteDraft('pk_start', `与「${rival}」的 PK 开始，时长 90 秒`));
  for (let turn = 1; turn <= 5; turn++) {
    ours += dice.between(80, 900);
    theirs += dice.between(80, 850);
    stage.at(atMs + turn * 15_000, noteDraft('pk_score', `PK 比分 ${ours} : ${theirs}`));
    stage.agenda.add(atMs + turn * 15_000 - 4_000, (now) => {
      wave(stage, mood, now, WAVES.find((one) => one.id === 'cheer') ?? WAVES[0]);
    });
  }
  const outcome = ours >= theirs ? '获胜' : '惜败';
  stage.at(atMs + 90_000, noteDraft('pk_end', `PK 结束，${ours} : ${theirs}，${outcome}`));
}
