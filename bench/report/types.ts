/** What a number must be. `exact` marks counts, which a busy machine does not make wrong. */
export interface Budget {
  readonly op: '<=' | '>=' | '=';
  readonly limit: number;
  readonly exact?: boolean;
}

/** One number with what it is compared to. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The same thing done another way in the same run; `ratio` is ours through theirs. */
  readonly peer?: { readonly what: string; readonly value: number; readonly ratio: number };
  readonly budget?: Budget;
}

/** A deliberately wrong variant: a case that does not catch it proves nothing. */
export interface Control {
  readonly what: string;
  /** What was seen of it, in words. */
  readonly seen: string;
  /** True when it failed, as it must. */
  readonly failed: boolean;
}

/** What a case found. */
export interface CaseResult {
  readonly measures: readonly Measure[];
  readonly controls?: readonly Control[];
  /** What the reader must know to judge the numbers. */
  readonly notes?: readonly string[];
  /** Why nothing was measured. */
  readonly skipped?: string;
}

/** What a case is given. */
export interface CaseContext {
  /** Small enough for CI. */
  readonly quick: boolean;
  /** Numbers from the command line (`--hours 2`), by name. */
  readonly option: (name: string, otherwise: number) => number;
  /** A folder of its own, removed afterwards. */
  readonly dir: string;
  /** Progress, for whoever waits. */
  readonly say: (text: string) => void;
}

/** A case of the bench. */
export interface BenchCase {
  readonly name: string;
  readonly title: string;
  readonly run: (context: CaseContext) => Promise<CaseResult>;
}

/** A case as it was run. */
export interface CaseReport extends CaseResult {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  /** CPU of the case and everything it started, in all threads. */
  readonly cpuSeconds: number;
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** Cores that others used just before the case, and during it. */
  readonly othersBefore: number;
  readonly othersDuring: number;
  readonly noisy: boolean;
  readonly failed?: string;
}

/** The whole document. */
export interface BenchReport {
  readonly at: string;
  readonly quick: boolean;
  readonly machine: Machine;
  readonly cases: readonly CaseReport[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly versions: Readonly<Record<string, string>>;
}
