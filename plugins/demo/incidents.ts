import type { User } from '../../shared/domain/person.ts';
import { PROTECTED_NAME, SILENT_NAME } from './cast.ts';
import { disguise } from './disguise.ts';
import { CARNIVAL, giftDraft, SMALL_GIFTS } from './gifts.ts';
import {
  ADS,
  APPEALS,
  DISPUTES,
  FLOODS,
  HARD_NEGATIVES,
  INSULTS,
  MINORS,
  RAID_QUOTES,
  RAIDS,
} from './lines/trouble.ts';
import { otherModDraft, type Stage } from './stage.ts';

/** A piece of trouble: from `atMs` on, for the `round`-th time (from 0). */
export type Incident = (stage: Stage, atMs: number, round: number) => void;

/** One person says nearly the same, sixteen times in about twelve seconds. */
export const flood: Incident = (stage, atMs, round) => {
  const who = round === 0 ? stage.cast.actor('冲榜小王子') : stage.cast.newcomer();
  const line = nth(FLOODS, round);
  let at = atMs;
  for (let turn = 0; turn < 16; turn++) {
    stage.say(at, who, turn % 4 === 3 ? `${line}！` : line);
    at += stage.dice.between(500, 900);
  }
};

/** Thirty accounts, one sentence in thirty spellings, and regulars who quote it. */
export const raid: Incident = (stage, atMs, round) => {
  const sentence = nth(RAIDS, round);
  for (let turn = 0; turn < 30; turn++) {
    const who = stage.cast.raider();
    const at = atMs + turn * 550 + stage.dice.between(0, 800);
    stage.say(at, who, disguise(sentence, stage.dice));
    if (stage.dice.chance(0.35))
      stage.say(at + stage.dice.between(4_000, 9_000), who, disguise(sentence, stage.dice));
  }
  const witnesses = stage.dice.shuffle(withMedal(stage.cast.regulars)).slice(0, 3);
  witnesses.forEach((who, index) => {
    stage.say(atMs + 7_000 + index * 3_500, who, nth(RAID_QUOTES, index).replace('{}', sentence));
  });
};

/** An insult in plain words; the second time by someone whose sanction is never heard of. */
export const insultPlain: Incident = (stage, atMs, round) => {
  const who = stage.cast.actor(round % 2 === 0 ? '键盘先生' : SILENT_NAME);
  stage.say(atMs, who, nth(INSULTS.plain, round));
};

/** By pinyin initials. */
export const insultInitials: Incident = (stage, atMs, round) => {
  stage.say(atMs, stage.cast.actor('路过不点赞'), nth(INSULTS.initials, round));
};

/** By emoji. */
export const insultEmoji: Incident = (stage, atMs, round) => {
  stage.say(atMs, stage.cast.newcomer(), nth(INSULTS.emoji, round));
};

/** By sound, from the account the platform protects. */
export const insultHomophone: Incident = (stage, atMs, round) => {
  const who: User = { ...stage.cast.actor(PROTECTED_NAME), roles: ['vip'] };
  stage.say(atMs, who, nth(INSULTS.homophone, round));
};

/** Advertisers: the same offer twice, each hiding its contact in another way. */
export const ads: Incident = (stage, atMs, round) => {
  const who = round === 0 ? stage.cast.actor('福利分享君') : stage.cast.newcomer();
  nth(ADS, round).forEach((line, index) => {
    stage.say(atMs + index * 6_000, who, line);
  });
};

/** The great gift; {@link dispute} follows a minute later. */
export const carnival: Incident = (stage, atMs, round) => {
  stage.at(atMs, giftDraft(giver(stage, round), CARNIVAL, 1));
};

/** The giver wants the money back. */
export const dispute: Incident = (stage, atMs, round) => {
  nth(DISPUTES, round).forEach((line, index) => {
    stage.say(atMs + index * 7_000, giver(stage, round), line);
  });
};

/** A child spent a parent's money: small gifts first, then the parent. */
export const minor: Incident = (stage, atMs, round) => {
  const who = stage.cast.actor(round % 2 === 0 ? '宝妈日记' : '爱生活的老李');
  const gift = SMALL_GIFTS[4] ?? SMALL_GIFTS[0];
  for (let turn = 0; turn < 3; turn++) stage.at(atMs - 9_000 + turn * 2_500, giftDraft(who, gift, 10));
  nth(MINORS, round).forEach((line, index) => {
    stage.say(atMs + index * 8_000, who, line);
  });
};

/** Another moderator mutes somebody harmless for half a minute. */
export const otherMute: Incident = (stage, atMs, round) => {
  const who = mutedOne(stage, round);
  const [moderator] = stage.cast.mods;
  stage.say(atMs - 4_000, who, '好听好听好听');
  const draft = otherModDraft(moderator, who, { action: 'mute', durationSec: 30, reason: '刷屏' });
  stage.at(atMs, draft, { kind: 'mute', targetId: who.id ?? '', durationSec: 30 });
};

/** Once it ended, that person asks why. */
export const appeal: Incident = (stage, atMs, round) => {
  nth(APPEALS, round).forEach((line, index) => {
    stage.say(atMs + index * 9_000, mutedOne(stage, round), line);
  });
};

/** Another moderator bans for good: a sanction stricter than most. */
export const otherBan: Incident = (stage, atMs, round) => {
  const who = stage.cast.actor(`黑粉${round + 1}号`);
  const [, moderator] = stage.cast.mods;
  stage.say(atMs - 3_000, who, nth(INSULTS.plain, round + 1));
  const draft = otherModDraft(moderator, who, { action: 'ban', reason: '多次辱骂' });
  stage.at(atMs, draft, { kind: 'ban', targetId: who.id ?? '' });
};

/** What sounds like trouble and is none. */
export const hardNegatives: Incident = (stage, atMs) => {
  stage.dice
    .shuffle(HARD_NEGATIVES)
    .slice(0, 5)
    .forEach((line, index) => {
      stage.say(atMs + index * 2_600, stage.dice.pick(stage.cast.regulars), line);
    });
};

function giver(stage: Stage, round: number): User {
  return stage.cast.actor(round % 2 === 0 ? '陈默' : '江北一哥');
}

function mutedOne(stage: Stage, round: number): User {
  return stage.cast.actor(round % 2 === 0 ? '橙子汽水' : '可乐不加冰');
}

function withMedal(people: readonly User[]): readonly User[] {
  return people.filter((who) => (who.medal?.level ?? 0) >= 8);
}

function nth<T>(list: readonly [T, ...T[]] | readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('an empty list of lines');
  return found;
}
