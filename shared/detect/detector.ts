import { countedMoney, type LiveEvent, textOf, timeOf } from '../domain/event.ts';
import { addMoney, fenOf, formatMoney, type Money, type MoneyTotals } from '../domain/money.ts';
import { personIdOf } from '../domain/person.ts';
import type { BuiltinCategory, Reason, Verdict } from '../domain/verdict.ts';
import { findAbuse } from './abuse.ts';
import { findAd } from './ads.ts';
import { createAllowance } from './allowance.ts';
import { findAppeal } from './appeal.ts';
import { findDispute } from './dispute.ts';
import { explainFlood, explainRaid } from './explain-crowd.ts';
import { explainAbuse, explainAd, explainAppeal, explainDispute } from './explain-text.ts';
import { findFlood } from './flood.ts';
import { shippedLexicon } from './lexicon/shipped.ts';
import { createMatcher } from './matcher.ts';
import { createPersonBook, type PersonRecord } from './persons.ts';
import { createRaidWatch, type RaidFinding } from './raid.ts';
import { type Reading, scoreOf } from './reading.ts';
import { reason } from './reasons.ts';
import { createRoomLanguage } from './room-language.ts';
import { createSketch, sketchInto } from './shingles.ts';
import { isSpared, isStaff } from './standing.ts';
import { createStreams } from './streams.ts';
import { thresholdsFor } from './thresholds.ts';
import type { DetectInput, Detector, DetectorOptions, RoomMemory } from './types.ts';

const MAX_PERSONS = 16_384;
/** Scores below this are not worth keeping; `inspectAll` gives them all the same. */
const WORTH_KEEPING = 0.2;
/** From here on reasons are written. */
const WORTH_SAYING = 0.3;
const SANCTION_MEMORY = 7 * 86_400_000;

/** Makes the detector of one room. */
export function createDetector(options: DetectorOptions): Detector {
  const thresholds = thresholdsFor(options.budgetPerThousand);
  const lexicon = shippedLexicon();
  const streams = createStreams();
  const language = createRoomLanguage(options.history ?? []);
  const matches = createMatcher(lexicon, language.isUsual);
  const sketch = createSketch();
  const people = createPersonBook(MAX_PERSONS);
  const raids = createRaidWatch(options.roomId, people);
  const allowance = createAllowance(options);
  let latestAt = 0;
  learnHistory();
  teach(options.memory);

  return {
    inspect: (input) => examine(input).filter((verdict) => verdict.flag || verdict.score >= WORTH_KEEPING),
    inspectAll: examine,
    teach,
    spent: (personId) => people.get(personId)?.spent ?? [],
    cluster: (clusterId) => raids.view(clusterId, latestAt),
    stats: () => ({
      clusters: raids.clusters(),
      persons: people.size(),
      approxBytes: raids.bytes + people.size() * 900 + 400_000,
    }),
  };

  function examine(input: DetectInput): readonly Verdict[] {
    const { event } = input;
    const at = timeOf(event);
    const record = meet(event, at);
    const text = textOf(event);
    if (text === '') return [];
    streams.read(text);
    matches.read(streams);
    const reading: Reading = {
      streams,
      matches,
      lexicon,
      actor: event.actor,
      person: input.person,
      namesStreamer: allowance.namesStreamer(streams),
    };
    const isExempt = allowance.isExempt(event) || (event.actor !== undefined && isStaff(event.actor));
    const isAllowedText = allowance.isAllowedText(text);
    const verdicts: Verdict[] = [];
    const say = (
      category: BuiltinCategory,
      logOdds: number,
      explain: () => Reason[],
      clusterId?: string,
    ): void => {
      const score = scoreOf(logOdds);
      const flag = score >= thresholds[category] && !isExempt && !isAllowedText;
      const reasons = score >= WORTH_SAYING ? explain() : [];
      if (isExempt && reasons.length > 0)
        reasons.unshift(reason('exempt', '管理人员或允许的人', 'Staff, or allowed here', -9));
      if (isAllowedText && reasons.length > 0)
        reasons.unshift(reason('allowed_text', '本房间允许的内容', 'Allowed in this room', -9));
      verdicts.push({
        category,
        score: Math.round(score * 10_000) / 10_000,
        flag,
        reasons: reasons.slice(0, 16),
        by: `${category}@1`,
        ...(flag && clusterId !== undefined ? { clusterId } : {}),
      });
    };
    judgeText(input, event, at, reading, record, say);
    latestAt = Math.max(latestAt, at);
    if (record !== undefined) judgeCrowd(event, text, record, at, say);
    return verdicts;
  }

  type Say = (
    category: BuiltinCategory,
    logOdds: number,
    explain: () => Reason[],
    clusterId?: string,
  ) => void;

  function judgeText(
    input: DetectInput,
    event: LiveEvent,
    at: number,
    reading: Reading,
    record: PersonRecord | undefined,
    say: Say,
  ): void {
    const totals = moneyOf(input, record);
    const wasSanctioned =
      (record !== undefined && record.sanctionedAt > 0 && at - record.sanctionedAt < SANCTION_MEMORY) ||
      (input.person?.lastSanction !== undefined && at - input.person.lastSanction.at < SANCTION_MEMORY);
    const appeal = findAppeal(reading, wasSanctioned);
    const appealOdds = event.kind === 'unban_request' ? 4 : appeal.logOdds;
    const dispute = findDispute(reading, totals.length > 0);
    const abuse = findAbuse(reading);
    const blocked = allowance.blockedTerm(reading.streams);
    let abuseOdds = blocked === undefined ? abuse.logOdds : Math.max(abuse.logOdds, 3);
    const isCalm = scoreOf(appealOdds) >= thresholds.appeal || scoreOf(dispute.logOdds) >= thresholds.dispute;
    // Who asks to be heard is heard: only plain abuse beside it counts.
    if (isCalm && abuseOdds < 3.4) abuseOdds = Math.min(abuseOdds, 0);
    const ad = findAd(reading, options.allowedHosts ?? []);
    say('abuse', abuseOdds, () => {
      const reasons = explainAbuse(reading, abuse);
      if (blocked !== undefined)
        reasons.unshift(
          reason(
            'blocked_term',
            `本房间禁用词「${blocked.term}」`,
            `Blocked here: “${blocked.term}”`,
            8,
            blocked.span,
          ),
        );
      return reasons;
    });
    say('ad', ad.logOdds, () => explainAd(reading, ad));
    say('dispute', dispute.logOdds, () => [
      ...moneyReasons(totals, record, at),
      ...explainDispute(reading, dispute),
    ]);
    say('appeal', appealOdds, () => [...sanctionReasons(input, record), ...explainAppeal(reading, appeal)]);
  }

  function judgeCrowd(event: LiveEvent, text: string, record: PersonRecord, at: number, say: Say): void {
    sketchInto(streams, sketch);
    const raid = raids.take(sketch, record, at, event);
    const flood = findFlood(record, sketch, raid, at);
    say('flood', flood.logOdds, () => explainFlood(flood, record.user));
    if (raid === undefined) return;
    const isRaid = scoreOf(raid.logOdds) >= thresholds.raid && raid.hourPeople >= 3;
    const id = isRaid ? raids.incidentOf(raid.cluster, at) : undefined;
    say('raid', raidOdds(raid), () => explainRaid(raid, text), id);
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

  function teach(memory: RoomMemory): void {
    allowance.learn(memory);
    raids.learnHype(
      memory.hype.slice(0, 2000).map((text) => {
        const made = createSketch();
        streams.read(text);
        sketchInto(streams, made);
        return made;
      }),
    );
  }

  function learnHistory(): void {
    for (const text of options.history ?? []) {
      streams.read(text);
      sketchInto(streams, sketch);
      raids.known.add(sketch.canon);
    }
  }
}

/** Regulars' and fans' copies are shown with the raid, and are never what makes one. */
function raidOdds(raid: RaidFinding): number {
  return isSpared(raid.standing) ? Math.min(raid.logOdds, 2) : raid.logOdds;
}

function added(spent: readonly Money[], money: Money): readonly Money[] {
  const totals: MoneyTotals = Object.fromEntries(spent.map((each) => [each.unit, each]));
  const before = totals[money.unit];
  if (before === undefined && spent.length >= 8) return spent;
  if (before !== undefined && before.scale !== money.scale) return spent;
  return Object.values(addMoney(totals, money));
}

/** What the store knows and what this session saw; the larger of the two for each unit. */
function moneyOf(input: DetectInput, record: PersonRecord | undefined): readonly Money[] {
  const stored = input.person?.totals ?? [];
  const seen = (record?.spent ?? []).filter(
    (money) =>
      !stored.some(
        (other) => other.unit === money.unit && BigInt(other.amountMinor) >= BigInt(money.amountMinor),
      ),
  );
  return [...seen, ...stored.filter((money) => !seen.some((other) => other.unit === money.unit))].filter(
    (money) => money.kind !== 'none' && money.amountMinor !== '0',
  );
}

function moneyReasons(totals: readonly Money[], record: PersonRecord | undefined, at: number): Reason[] {
  if (totals.length === 0) return [];
  const sum = totals.map(formatMoney).join(' + ');
  const reasons = [
    reason(
      'spent',
      `在本房间消费 ${sum}`,
      `Has spent ${sum} here`,
      totals.some((money) => (fenOf(money) ?? 0n) >= 50_000n) ? 2.5 : 1.5,
    ),
  ];
  if (record !== undefined && record.lastGiftAt > 0 && at - record.lastGiftAt < 1_800_000) {
    const minutes = Math.max(1, Math.round((at - record.lastGiftAt) / 60_000));
    reasons.push(reason('recent_gift', `${minutes} 分钟前刚付过款`, `Paid ${minutes} minutes ago`, 1));
  }
  return reasons;
}

function sanctionReasons(input: DetectInput, record: PersonRecord | undefined): Reason[] {
  const sanction = input.person?.lastSanction;
  if (sanction !== undefined) {
    const when = new Date(sanction.at).toISOString().slice(0, 16).replace('T', ' ');
    return [
      reason(
        'sanctioned',
        `${when} 被 ${sanction.by} 处以 ${sanction.kind}`,
        `Had a ${sanction.kind} by ${sanction.by} at ${when} UTC`,
        2,
      ),
    ];
  }
  return record !== undefined && record.sanctionedAt > 0
    ? [reason('sanctioned', '近期被处罚过', 'Was sanctioned lately', 2)]
    : [];
}
