import { countedMoney, type LiveEvent, textOf, timeOf } from '../domain/event.ts';
import { personIdOf } from '../domain/person.ts';
import type { BuiltinCategory, Reason, Verdict } from '../domain/verdict.ts';
import { abuseLeaning, abuseOddsOf, findAbuse } from './abuse.ts';
import { adLeaning, adOddsOf, findAd } from './ads.ts';
import { createAllowance } from './allowance.ts';
import { appealLeaning, appealOddsOf, findAppeal } from './appeal.ts';
import { disputeLeaning, disputeOddsOf, findDispute } from './dispute.ts';
import { explainFlood, explainRaid } from './explain-crowd.ts';
import { explainModel } from './explain-model.ts';
import {
  blockedReason,
  confirmedReason,
  disputeReasons,
  explainAbuse,
  explainAd,
  explainAppeal,
  explainDispute,
  fanReason,
} from './explain-text.ts';
import { findFlood } from './flood.ts';
import { hashText } from './hash.ts';
import type { LearntRoom } from './learnt.ts';
import { shippedLexicon } from './lexicon/shipped.ts';
import { createLimits } from './limits.ts';
import { createMatcher } from './matcher.ts';
import { createPersonBook, MAX_PERSONS, type PersonRecord } from './persons.ts';
import { createRaidWatch, type RaidFinding } from './raid.ts';
import { readableText } from './readable.ts';
import { oddsOf, type Reading, scoreOf } from './reading.ts';
import { reason, withoutReason } from './reasons.ts';
import { createRoomLanguage } from './room-language.ts';
import { createRoomModel } from './room-model.ts';
import { createSketch, sketchInto } from './shingles.ts';
import { added, isUnusualSpend, moneyOf, moneyReasons, sanctionReasons, wasSanctioned } from './spending.ts';
import { isFan, isSpared, isStaff } from './standing.ts';
import { createStreams, type Streams } from './streams.ts';
import { CONFIRMATION_WEIGHT, DISMISSAL_WEIGHT, learnRoom, SURE } from './training.ts';
import type { DetectInput, Detector, DetectorOptions, RoomMemory } from './types.ts';

/** Scores below this are not worth keeping; `inspectAll` gives them all the same. */
const WORTH_KEEPING = oddsOf(0.2);
/** Log-odds from which reasons are written: a score of 0.3. */
const WORTH_SAYING = -0.85;
/** What an earlier dispute of the same person adds, in log-odds. */
const EARLIER_DISPUTE = 0.5;
/** What it adds that the same, by its sound, was acted on here, in log-odds. */
const CONFIRMED = 2;
/** What a first payment today or a sudden jump adds, in log-odds. */
const UNUSUAL_SPEND = 0.5;
const MAX_HYPE = 2000;
/** Somebody flagged within this time is no measure of ordinary talk, ms. */
const FLAGGED_LATELY = 600_000;
const RAIDS_TOLD = 64;

/** Makes the detector of one room. Many may share `streams`, which then stay in the nearest cache. */
export function createDetector(options: DetectorOptions, streams: Streams = createStreams()): Detector {
  const lexicon = shippedLexicon();
  const language = createRoomLanguage();
  const matches = createMatcher(lexicon, language.isUsual);
  const sketch = createSketch();
  const people = createPersonBook(MAX_PERSONS);
  const raids = createRaidWatch(options.roomId, people);
  const model = createRoomModel();
  const adjuster = createLimits(
    options.budget ?? { perThousand: options.budgetPerThousand },
    options.adapts === true,
  );
  const limits = adjuster.at;
  let lists = options;
  let allowance = createAllowance(lists);
  let memory = options.memory;
  let latestAt = 0;
  /** Texts that are part of the model, by hash. */
  let lessons: ReadonlySet<number> = new Set();
  /** Sounds of what was acted on here. */
  let confirmed: ReadonlyMap<number, 'abuse' | 'ad'> = new Map();
  let abuseShift = 0;
  let knowledge = 0;
  /** Of the message at hand: what flagged, and how abusive it looks, where that is in doubt. */
  const flagged: BuiltinCategory[] = [];
  let rawAbuse: number | undefined;
  let isNewRaid = false;
  /** Raids counted as an alert, newest last. */
  let announced: ReadonlySet<string> = new Set();
  adopt(
    options.learnt ??
      learnRoom({ samples: options.history ?? [], namesStreamer: (read) => allowance.namesStreamer(read) }),
    true,
  );

  return {
    inspect: (input) => examine(input, WORTH_KEEPING),
    inspectAll: (input) => examine(input, Number.NEGATIVE_INFINITY),
    teach,
    adopt,
    change: ({ budget, ...change }) => {
      if (budget !== undefined) adjuster.setBudget(budget);
      if (change.blockedTerms === undefined && change.allowedHosts === undefined) return;
      lists = { ...lists, ...change };
      allowance = createAllowance(lists);
      allowance.learn(memory);
    },
    tuning: () => ({ ...adjuster.tuning(), knowledge }),
    spent: (personId) => people.get(personId)?.spent ?? [],
    cluster: (clusterId) => raids.view(clusterId, latestAt),
    stats: () => ({
      clusters: raids.clusters(),
      persons: people.size(),
      approxBytes: raids.bytes + people.size() * 900 + 400_000,
    }),
  };

  function examine(input: DetectInput, floor: number): readonly Verdict[] {
    const { event } = input;
    const at = timeOf(event);
    const record = meet(event, at);
    const text = readableText(event);
    if (text === '') return [];
    latestAt = Math.max(latestAt, at);
    flagged.length = 0;
    isNewRaid = false;
    streams.read(text);
    matches.read(streams);
    sketchInto(streams, sketch);
    const verdicts: Verdict[] = [];
    const isExempt = event.actor !== undefined && (isStaff(event.actor) || allowance.isExempt(event));
    const pardon: Pardon = isExempt ? 'exempt' : allowance.isAllowedText(text) ? 'allowed_text' : undefined;
    judgeText(input, at, record, { verdicts, floor, pardon });
    if (record !== undefined) judgeCrowd(event, text, record, at, { verdicts, floor, pardon });
    settle(record, at);
    return verdicts;
  }

  function judgeText(input: DetectInput, at: number, record: PersonRecord | undefined, out: Output): void {
    const { event, person } = input;
    const namesStreamer = allowance.namesStreamer(streams);
    const reading: Reading = { streams, matches, lexicon, namesStreamer };
    const totals = moneyOf(person, record);
    const appeal = findAppeal(reading, wasSanctioned(person, record, at));
    const scores = model.read(streams);
    const appealOdds = event.kind === 'unban_request' ? 4 : appealOddsOf(appeal.logOdds, scores.appeal);
    const dispute = findDispute(reading, totals.length > 0);
    const hasDisputed = (person?.disputes ?? 0) > 0 && dispute.hasTwoCues;
    const isUnusual = dispute.hasTwoCues && isUnusualSpend(person, at);
    const disputeOdds =
      disputeOddsOf(dispute.logOdds, scores.dispute) +
      (hasDisputed ? EARLIER_DISPUTE : 0) +
      (isUnusual ? UNUSUAL_SPEND : 0);
    const abuse = findAbuse(reading);
    const ad = findAd(reading, lists.allowedHosts ?? []);
    const blocked = allowance.blockedTerm(streams);
    const wasConfirmed = sketch.isInformative ? confirmed.get(sketch.canon) : undefined;
    const raw = abuseOddsOf(abuse, scores, streams, knowledge);
    rawAbuse = abuse.logOdds < SURE ? raw : undefined;
    const weighed = raw - abuseShift;
    let abuseOdds = blocked === undefined ? weighed : Math.max(weighed, 3);
    const isCalm = appealOdds >= limits.appeal || disputeOdds >= limits.dispute;
    // Who asks to be heard is heard: only plain abuse beside it counts.
    if (isCalm && abuse.logOdds < 3.4) abuseOdds = Math.min(abuseOdds, 0, limits.abuse - 0.1);
    // A fan may be rude, but seldom comes to hurt.
    const isFriend = event.actor !== undefined && isFan(event.actor);
    if (isFriend) abuseOdds -= 0.5;
    if (wasConfirmed === 'abuse') abuseOdds += CONFIRMED;
    if (isWorth(out, 'abuse', abuseOdds)) {
      const why = (): Reason[] => [
        ...blockedReason(blocked),
        ...confirmedReason(wasConfirmed === 'abuse'),
        ...explainAbuse(reading, abuse),
        ...explainModel(model, streams, 'hostile', abuseLeaning(scores, streams)),
        ...(isFriend ? [fanReason(event.actor)] : []),
      ];
      say(out, 'abuse', abuseOdds, why);
    }
    // Who was promised a contact for a gift tells of it.
    const isTold = isCalm && ad.id === undefined && ad.link === undefined;
    const adAll = adOddsOf(ad, scores.ad) + (wasConfirmed === 'ad' ? CONFIRMED : 0);
    const adOdds = isTold ? Math.min(adAll, 0) : adAll;
    adjuster.note('ad', adOdds);
    adjuster.note('dispute', disputeOdds);
    adjuster.note('appeal', appealOdds);
    if (isWorth(out, 'ad', adOdds)) {
      const why = (): Reason[] => [
        ...confirmedReason(wasConfirmed === 'ad'),
        ...explainAd(reading, ad),
        ...explainModel(model, streams, 'ad', adLeaning(scores.ad)),
      ];
      say(out, 'ad', adOdds, why);
    }
    if (isWorth(out, 'dispute', disputeOdds)) {
      const why = (): Reason[] => [
        ...moneyReasons(totals, record, at, person),
        ...disputeReasons(hasDisputed ? (person?.disputes ?? 0) : 0),
        ...explainDispute(reading, dispute),
        ...explainModel(model, streams, 'dispute', disputeLeaning(scores.dispute)),
      ];
      say(out, 'dispute', disputeOdds, why);
    }
    if (isWorth(out, 'appeal', appealOdds)) {
      const why = (): Reason[] => [
        ...sanctionReasons(person, record, at),
        ...explainAppeal(reading, appeal),
        ...explainModel(model, streams, 'appeal', appealLeaning(scores.appeal)),
      ];
      say(out, 'appeal', appealOdds, why);
    }
  }

  function judgeCrowd(event: LiveEvent, text: string, record: PersonRecord, at: number, out: Output): void {
    const raid = raids.take(sketch, record, at, event);
    const flood = findFlood(record, sketch, raid, at);
    if (isWorth(out, 'flood', flood.logOdds)) {
      say(out, 'flood', flood.logOdds, () => explainFlood(flood, record.user));
    }
    if (raid === undefined) return;
    const odds = raidOdds(raid, text);
    if (!isWorth(out, 'raid', odds)) return;
    const isRaid = odds >= limits.raid;
    const held = raid.cluster.incident;
    const id = isRaid ? raids.incidentOf(raid.cluster, at) : undefined;
    isNewRaid = id !== undefined && held === '' && !announced.has(id);
    if (isNewRaid && id !== undefined) announced = new Set([...[...announced].slice(-(RAIDS_TOLD - 1)), id]);
    say(out, 'raid', odds, () => explainRaid(raid, text), id);
  }

  /** Whether a score is to be given out at all. */
  function isWorth(out: Output, category: BuiltinCategory, logOdds: number): boolean {
    return logOdds >= out.floor || logOdds >= limits[category];
  }

  function say(
    out: Output,
    category: BuiltinCategory,
    logOdds: number,
    explain: () => Reason[],
    clusterId?: string,
  ): void {
    const score = scoreOf(logOdds);
    const isOver = logOdds >= limits[category];
    const flag = isOver && out.pardon === undefined;
    if (flag) flagged.push(category);
    const reasons = logOdds >= WORTH_SAYING || isOver ? explain() : [];
    if (isOver) reasons.push(...withoutReason(reasons, streams.text, logOdds - limits[category]));
    if (reasons.length > 0 && out.pardon !== undefined) reasons.unshift(pardonReason(out.pardon));
    out.verdicts.push({
      category,
      score: Math.round(score * 10_000) / 10_000,
      flag,
      reasons: reasons.slice(0, 16),
      by: `${category}@1`,
      ...(flag && clusterId !== undefined ? { clusterId } : {}),
    });
  }

  function meet(event: LiveEvent, at: number): PersonRecord | undefined {
    if (event.kind === 'mod_action') {
      const { action } = event.body;
      if (event.target !== undefined && (action === 'mute' || action === 'ban')) {
        people.touch(personIdOf(event.platform, event.target), event.target, at).sanctionedAt = at;
      }
      return undefined;
    }
    if (event.actor === undefined) return undefined;
    const money = countedMoney(event);
    if (textOf(event) === '' && money === undefined) return undefined;
    const record = people.touch(personIdOf(event.platform, event.actor), event.actor, at);
    if (money !== undefined) {
      record.spent = added(record.spent, money);
      record.lastGiftAt = at;
    }
    return record;
  }

  /** Counts the message for the limits. Who was flagged lately, or comes with a crowd, sets none. */
  function settle(record: PersonRecord | undefined, at: number): void {
    const isOrdinary = record === undefined || at - record.flaggedAt > FLAGGED_LATELY;
    adjuster.noteAbuse(isOrdinary && !flagged.includes('raid') ? rawAbuse : undefined);
    adjuster.noteAlerts(flagged.length === 0 ? flagged : flagged.filter((each) => isAlert(each, isOrdinary)));
    if (record !== undefined && flagged.length > 0) record.flaggedAt = at;
  }

  /** As flags are folded: a raid is one alert with all that it says, and so is somebody who goes on. */
  function isAlert(category: BuiltinCategory, isOrdinary: boolean): boolean {
    return category === 'raid' ? isNewRaid : isOrdinary && !flagged.includes('raid');
  }

  function adopt(learnt: LearntRoom, forget = false): void {
    model.load(learnt);
    language.load(learnt.pairs);
    lessons = new Set(learnt.lessons);
    raids.loadKnown(learnt.known, learnt.elsewhere, forget);
    knowledge = model.knowledge();
    adjuster.load(learnt.scores, knowledge);
    abuseShift = adjuster.abuseShift();
    teach(memory);
  }

  function teach(taught: RoomMemory): void {
    memory = taught;
    allowance.learn(memory);
    const fresh = new Set(lessons);
    raids.learnHype(
      memory.hype.slice(0, MAX_HYPE).map((text) => {
        const made = createSketch();
        streams.read(text);
        sketchInto(streams, made);
        if (isNew(text, fresh)) {
          model.read(streams);
          model.learn(DISMISSAL_WEIGHT);
        }
        return made;
      }),
    );
    const sounds = new Map<number, 'abuse' | 'ad'>();
    const taken = (texts: readonly string[] | undefined, category: 'abuse' | 'ad'): void => {
      for (const text of (texts ?? []).slice(0, MAX_HYPE)) {
        streams.read(text);
        sketchInto(streams, sketch);
        sounds.set(sketch.canon, category);
        if (category === 'ad' || !isNew(text, fresh)) continue;
        model.read(streams);
        model.confirm(CONFIRMATION_WEIGHT);
      }
    };
    taken(memory.confirmedAds, 'ad');
    taken(memory.confirmed, 'abuse');
    confirmed = sounds;
    lessons = fresh;
  }
}

/** Whether a text was not taught yet; notes that it is now. */
function isNew(text: string, lessons: Set<number>): boolean {
  const hash = hashText(text);
  if (lessons.has(hash)) return false;
  lessons.add(hash);
  return true;
}

type Pardon = 'exempt' | 'allowed_text' | undefined;

/** Where the verdicts on one event go, and what is said of it. */
interface Output {
  readonly verdicts: Verdict[];
  /** Log-odds below are left out unless they flag. */
  readonly floor: number;
  /** Why nothing here flags. */
  readonly pardon: Pardon;
}

function pardonReason(pardon: 'exempt' | 'allowed_text'): Reason {
  return pardon === 'exempt'
    ? reason('exempt', '管理人员或允许的人', 'Staff, or allowed here', -9)
    : reason('allowed_text', '本房间允许的内容', 'Allowed in this room', -9);
}

/** Regulars' and fans' copies are shown with the raid, and weigh little. */
function raidOdds(raid: RaidFinding, text: string): number {
  // Newcomers ask for the same song all evening.
  const odds = /《.+》/.test(text) ? raid.logOdds - 2 : raid.logOdds;
  return isSpared(raid.standing, raid.isLate) ? Math.min(odds, 2) : odds;
}
