import type { ChatRow } from '../api/views.ts';
import type { Reason } from '../domain/verdict.ts';
import type { Halt, RuleDefinition, RuleHead, RuleVersion, Step } from './rule.ts';
import type { WordList } from './words.ts';

/** One plain line in both languages. */
export interface Line {
  readonly zh: string;
  readonly en: string;
}

/** Something to change in a rule; `path` leads to it (`when.of.0.source`). */
export interface RuleProblem {
  readonly path: string;
  /** A rule with an `error` cannot be saved; with a `warning` it can. */
  readonly level: 'error' | 'warning';
  readonly text: Line;
}

/** How a version runs. */
export type RuleState = 'draft' | 'shadow' | 'live' | 'archived';

/** What a version of a rule did so far, in all rooms the session may see. */
export interface RuleCounts {
  /** Events it matched while it only counted. */
  readonly shadowHits: number;
  /** Events it matched while live. */
  readonly hits: number;
  /** Actions asked for. */
  readonly actions: number;
  /** Steps not taken, by why: `exempt`, `resting`, `stale`, `supporter`, `brake`, `not_possible`. */
  readonly spared: Readonly<Record<string, number>>;
  readonly lastAt?: number | undefined;
  /** Evaluations given up because they cost too much, and failures. Since the core began. */
  readonly overspent: number;
  readonly failed: number;
}

/** A rule as the list shows it. */
export interface RuleView extends RuleHead {
  /** The newest definition's. */
  readonly name: string;
  /** The rooms the newest version is for, of those the session may see; absent: all. */
  readonly roomIds?: readonly string[] | undefined;
  /** `live` where a version is live, else `shadow` where one counts. */
  readonly state: RuleState;
  /** There is a newer version than the one that runs. */
  readonly hasDraft: boolean;
  /** What it does, a line for each part. */
  readonly lines: readonly Line[];
  /** Whether this session may change it. */
  readonly mayEdit: boolean;
  /** Of the live version, and of the one that only counts. */
  readonly counts: { readonly live: RuleCounts; readonly shadow: RuleCounts };
}

/** What a rule did so far. */
export interface RuleCountsOf {
  readonly ruleId: string;
  readonly counts: RuleView['counts'];
}

/** What the feed of rules says. */
export type RulesFrame =
  /** All that the session may see, archived rules too; at first and after each change of a rule or list. */
  | {
      readonly kind: 'library';
      readonly rules: readonly RuleView[];
      readonly lists: readonly WordListView[];
    }
  /** What rules counted since; at most once a second. */
  | { readonly kind: 'counts'; readonly counts: readonly RuleCountsOf[] };

/** A rule opened. */
export interface RuleDetail {
  readonly rule: RuleView;
  /** The newest first; at most 200. */
  readonly versions: readonly (RuleVersion & { readonly state: RuleState })[];
  readonly problems: readonly RuleProblem[];
}

/** What a check says of a definition, saved or not. */
export interface RuleCheck {
  readonly problems: readonly RuleProblem[];
  readonly lines: readonly Line[];
  /** Work units of one ordinary message (40 characters), and of the longest; the budget of an event. */
  readonly cost: { readonly usual: number; readonly most: number; readonly budget: number };
}

/** One text tried on a definition. */
export interface RuleTrial {
  readonly text: string;
  readonly matched: boolean;
  /** What the answer would need to know and a text alone does not tell (a person's level, the room's mode). */
  readonly unknown: boolean;
  readonly reasons: readonly Reason[];
  /** Every condition by itself, combinations included, in the order written. */
  readonly trace: readonly TraceNode[];
}

/** What one condition says of a text. */
export interface TraceNode {
  /** As in {@link RuleProblem.path}: `when`, `when.of.0`, … */
  readonly path: string;
  readonly answer: 'yes' | 'no' | 'unknown';
  /** What it found, where it holds. */
  readonly reasons: readonly Reason[];
}

/** An event that a rule matched. */
export interface RuleHitRow {
  readonly row: ChatRow;
  readonly ruleId: string;
  readonly version: number;
  readonly shadow: boolean;
  readonly reasons: readonly Reason[];
}

/** An event on which two versions differ, or which a version matches. */
export interface BacktestRow {
  readonly row: ChatRow;
  readonly reasons: readonly Reason[];
  /** What the ladder would have done at this event; absent for a rule that only flags. */
  readonly step?: Step | undefined;
}

/** A back-test, while it runs and after. Kept for an hour. */
export interface BacktestView {
  readonly id: string;
  readonly roomId: string;
  readonly from: number;
  readonly to: number;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Events read so far, and the most that will be read. */
  readonly scanned: number;
  readonly most: number;
  /** 0..1, by time covered. */
  readonly progress: number;
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
  /** Why it failed. */
  readonly problem?: Line | undefined;
  /** The history is longer than what was read: the newest part was. */
  readonly truncated: boolean;
  /** Events the version at hand matches. */
  readonly matched: number;
  readonly people: number;
  /** Matched by the version at hand and not by the other; without another version, all. */
  readonly newly: number;
  /** Matched by the other version only. */
  readonly stopped: number;
  readonly same: number;
  /** Steps the ladder would have taken, by action. */
  readonly steps: Readonly<Record<string, number>>;
  /** Events a rule could not decide within its budget. */
  readonly overspent: number;
  /** Matches per 1,000 messages. */
  readonly perThousand: number;
  /** The newest; at most 200 of each. */
  readonly rows: {
    readonly newly: readonly BacktestRow[];
    readonly stopped: readonly BacktestRow[];
    readonly same: readonly BacktestRow[];
  };
}

/** Why a line of an import was left out. */
export type SkipReason =
  | 'empty'
  | 'too_long'
  | 'duplicate'
  /** Folds to the same as another word under the list's variants. */
  | 'same_as'
  /** Broken bytes, half of a pair, control characters. */
  | 'bad_encoding'
  /** Is both a word and an exception. */
  | 'contradictory'
  /** Nothing in it that can be looked for: only signs. */
  | 'no_letters'
  /** The list is full. */
  | 'over_limit'
  /** Not of the shape the format asks for. */
  | 'malformed';

export interface SkippedWord {
  /** Line of the file, or place in the JSON, from 1. */
  readonly line: number;
  /** At most 80 characters, made visible. */
  readonly value: string;
  readonly why: SkipReason;
  /** What it collides with. */
  readonly other?: string | undefined;
}

/** What an import took and left out. */
export interface ImportReport {
  readonly format: 'text' | 'csv' | 'json';
  readonly encoding: string;
  readonly read: number;
  readonly words: number;
  readonly except: number;
  /** By reason, complete. */
  readonly skippedCounts: Readonly<Partial<Record<SkipReason, number>>>;
  /** The first 500. */
  readonly skipped: readonly SkippedWord[];
}

/** A word list without its words. */
export interface WordListView extends Omit<WordList, 'words' | 'except'> {
  readonly wordCount: number;
  readonly exceptCount: number;
  /** Rules whose newest, live or shadow version names it. */
  readonly usedBy: readonly { readonly ruleId: string; readonly name: string }[];
  readonly mayEdit: boolean;
}

/** A list opened. */
export interface WordListDetail {
  readonly view: WordListView;
  readonly list: WordList;
  /** The newest first; at most 200. */
  readonly versions: readonly {
    readonly version: number;
    readonly at: number;
    readonly by: WordList['by'];
    readonly remark?: string | undefined;
    readonly wordCount: number;
    /** Against the version before. */
    readonly added: number;
    readonly removed: number;
  }[];
}

/** Rules and lists as one document, to carry to another hub. */
export interface RuleBundle {
  readonly format: 'changkong.rules';
  readonly version: 1;
  readonly exportedAt: number;
  readonly rules: readonly { readonly id: string; readonly definition: RuleDefinition }[];
  readonly lists: readonly Pick<
    WordList,
    'id' | 'name' | 'note' | 'roomIds' | 'variants' | 'words' | 'except'
  >[];
}

/** What became of each part of an imported document. */
export interface BundleReport {
  readonly rules: readonly BundlePart[];
  readonly lists: readonly BundlePart[];
}
export interface BundlePart {
  readonly id: string;
  readonly name: string;
  readonly outcome: 'added' | 'new_version' | 'unchanged' | 'refused';
  readonly text?: Line | undefined;
}

export type { Halt, RuleDefinition, RuleVersion };
