import type { Reason } from '../domain/verdict.ts';
import type { Pattern, PatternGroup } from './patterns.ts';
import type { RuleDefinition } from './rule.ts';
import type { WordScanner, WordSet } from './scanner.ts';
import type { Scene, Tri } from './scene.ts';
import type { Rate } from './windows.ts';

/** A condition ready to be asked, and about how much it costs beside others: cheaper ones are asked first. */
export interface Compiled {
  readonly ask: (scene: Scene) => Tri;
  readonly cost: number;
  /** What speaks for it in a scene where it holds. */
  readonly why: (scene: Scene, program: Program) => readonly Reason[];
}

/** A version of a rule that is to run. */
export interface RuleSource {
  readonly ruleId: string;
  readonly version: number;
  readonly mode: 'live' | 'shadow';
  readonly definition: RuleDefinition;
}

/** A rule of a program. */
export interface ProgramRule extends RuleSource {
  readonly condition: Compiled;
}

/** A pattern of a program, and the group that looks for it together with others. */
export interface ProgramPattern {
  readonly pattern: Pattern;
  readonly isFolded: boolean;
  readonly group: number;
  readonly placeInGroup: number;
}

/** The rules of a room, compiled together. Immutable: rooms with the same rules share one. */
export interface Program {
  readonly rules: readonly ProgramRule[];
  readonly sets: readonly WordSet[];
  readonly scanner: WordScanner;
  readonly patterns: readonly ProgramPattern[];
  readonly groups: readonly { readonly group: PatternGroup; readonly isFolded: boolean }[];
  /** What rules count in windows. */
  readonly rates: ReadonlySet<Rate>;
  /** Rules by the kind of event they look at. */
  readonly byKind: ReadonlyMap<string, readonly ProgramRule[]>;
  /** Rules left out because something in them does not compile, with why. */
  readonly broken: readonly { readonly source: RuleSource; readonly why: string }[];
}
