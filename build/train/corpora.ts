import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCsv } from './csv.ts';
import { ABUSE, ABUSE_ENGLISH } from './texts/abuse.ts';
import { AD_FAMILIES, AD_FAMILY_ENGLISH, NOT_ADS } from './texts/ads.ts';
import { APPEAL_SCENES } from './texts/appeal-scenes.ts';
import { APPEAL_TALES, APPEAL_TALES_ENGLISH } from './texts/appeal-tales.ts';
import { APPEAL_VOICES, QUIET_TALK } from './texts/appeal-voices.ts';
import { APPEAL_FAMILIES, APPEAL_FAMILIES_ENGLISH } from './texts/appeals.ts';
import { DISPUTE_SCENES } from './texts/dispute-scenes.ts';
import { DISPUTE_TALES, DISPUTE_TALES_ENGLISH, TALE_TALK } from './texts/dispute-tales.ts';
import { DISPUTE_VOICES, MONEY_TALK } from './texts/dispute-voices.ts';
import { DISPUTE_FAMILIES } from './texts/disputes.ts';
import { DISPUTE_FAMILIES_ENGLISH } from './texts/disputes-english.ts';
import { type Grammar, seeded, speak } from './texts/grammar.ts';
import { COUNTER, PREJUDICE } from './texts/groups.ts';
import { ATTENTION, FRAGMENTS, HARMLESS_ENGLISH, HARMLESS_FAMILIES } from './texts/harmless.ts';
import { NEAR_MISSES, NEAR_MISSES_ENGLISH } from './texts/near-misses.ts';
import { FAIR, NEUTRAL, ORDINARY, ORDINARY_ENGLISH } from './texts/ordinary.ts';
import { APPEAL_SCENES_ENGLISH, DISPUTE_SCENES_ENGLISH } from './texts/scenes-english.ts';
import { ADS, APPEALS, DISPUTES, ENGLISH, HARMLESS } from './texts/talk.ts';

const LABELLED = fileURLToPath(new URL('../../../shared/data/labelled/', import.meta.url));

/** The seed of the shipped weights. */
export const SEED = 20_260_101;

/** A text and whether it is of the kind learnt. */
export interface Labelled {
  readonly text: string;
  readonly isPositive: boolean;
}

/** Whether the licence-clean sets are here. */
export function hasCorpora(): boolean {
  return existsSync(`${LABELLED}COLD/train.csv`);
}

/** The rows of one of the sets, without its head. */
export function rowsOf(path: string): readonly (readonly string[])[] {
  return parseCsv(readFileSync(LABELLED + path, 'utf8').replace(/^\ufeff/, '')).slice(1);
}

/** COLD (Apache-2.0), HED-COLD (MIT), SWSR (MIT). COLD's development part is never read here. */
export function comments(): readonly Labelled[] {
  return [
    ...labelled(rowsOf('COLD/train.csv'), 4, (row) => row[3] === '1'),
    ...labelled(rowsOf('HED-COLD/train.csv'), 4, (row) => row[3] === '1'),
  ];
}

/** SWSR (MIT): sexist or not, another definition than COLD's. */
export function sexism(): readonly Labelled[] {
  return labelled(rowsOf('SWSR/SexComment.csv'), 2, (row) => row[7] === '1');
}

/** Davidson (MIT): hateful tweets against harmless ones; the merely offensive ones, most of the set, tell nothing of chat. */
export function tweets(): readonly Labelled[] {
  const rows = rowsOf('davidson/labeled_data.csv').filter((row) => row[5] !== '1');
  return labelled(rows, 6, (row) => row[5] === '0').map((each) => ({
    ...each,
    text: each.text.replace(/@\w+|https?:\S+|&\w+;|^[!" ]*RT\b/g, ' '),
  }));
}

const REFUND = /refund|charge|reverted|cancel_transfer|not_recogni[sz]ed|duplicate|extra_charge|fee_charged/i;

/** Banking77 (CC BY 4.0): questions about refunds and charges against the others. */
export function bankQuestions(): readonly Labelled[] {
  return labelled(rowsOf('banking77/train.csv'), 0, (row) => REFUND.test(row[1] ?? ''));
}

/** What was written for this project, by kind; the same for the same seed. */
export function written(
  seed: number,
): Readonly<
  Record<
    | 'abuse'
    | 'ordinary'
    | 'fair'
    | 'ad'
    | 'dispute'
    | 'appeal'
    | 'harmless'
    | 'notAds'
    | 'counter'
    | 'prejudice'
    | 'attention'
    | 'disputeScene'
    | 'appealScene'
    | 'nearMiss',
    readonly string[]
  >
> {
  const random = seeded(seed);
  const some = (grammar: Grammar, count: number): readonly string[] => speak(grammar, count, random);
  const each = (families: Readonly<Record<string, Grammar>>, count: number): readonly string[] =>
    Object.values(families).flatMap((family) => some(family, count));
  return {
    abuse: [...some(ABUSE, 16_000), ...some(ABUSE_ENGLISH, 3000)],
    ordinary: [...some(ORDINARY, 24_000), ...some(ORDINARY_ENGLISH, 4000)],
    fair: [...some(FAIR, 3000), ...some(NEUTRAL, 6000)],
    ad: [
      ...some(ADS, 3000),
      ...some(ENGLISH.ad, 600),
      ...each(AD_FAMILIES, 3000),
      ...some(AD_FAMILY_ENGLISH, 2500),
    ],
    dispute: [
      ...some(DISPUTES, 3000),
      ...some(ENGLISH.dispute, 600),
      ...each(DISPUTE_FAMILIES, 1600),
      ...each(DISPUTE_FAMILIES_ENGLISH, 900),
    ],
    appeal: [
      ...some(APPEALS, 2000),
      ...some(ENGLISH.appeal, 600),
      ...each(APPEAL_FAMILIES, 1600),
      ...each(APPEAL_FAMILIES_ENGLISH, 4000),
    ],
    harmless: [
      ...some(HARMLESS, 3000),
      ...each(HARMLESS_FAMILIES, 2500),
      ...some(HARMLESS_ENGLISH, 1500),
      ...some(FRAGMENTS, 2500),
    ],
    notAds: some(NOT_ADS, 2500),
    counter: some(COUNTER, 5000),
    prejudice: some(PREJUDICE, 3000),
    attention: some(ATTENTION, 1500),
    disputeScene: [
      ...each(DISPUTE_SCENES, 2500),
      ...each(DISPUTE_VOICES, 2500),
      ...each(DISPUTE_SCENES_ENGLISH, 1200),
      ...each(DISPUTE_TALES, 4000),
      ...some(DISPUTE_TALES_ENGLISH, 2000),
    ],
    appealScene: [
      ...each(APPEAL_SCENES, 3000),
      ...each(APPEAL_VOICES, 3000),
      ...each(APPEAL_SCENES_ENGLISH, 3000),
      ...each(APPEAL_TALES, 4000),
      ...some(APPEAL_TALES_ENGLISH, 3500),
    ],
    nearMiss: [
      ...each(NEAR_MISSES, 3500),
      ...some(NEAR_MISSES_ENGLISH, 4000),
      ...some(MONEY_TALK, 4000),
      ...some(QUIET_TALK, 4000),
      ...some(TALE_TALK, 6000),
    ],
  };
}

function labelled(
  rows: readonly (readonly string[])[],
  column: number,
  isPositive: (row: readonly string[]) => boolean,
): readonly Labelled[] {
  return rows
    .filter((row) => (row[column] ?? '') !== '')
    .map((row) => ({ text: row[column] ?? '', isPositive: isPositive(row) }));
}
