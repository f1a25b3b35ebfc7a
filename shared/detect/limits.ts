import { type BuiltinCategory, CATEGORIES } from '../domain/verdict.ts';
import { oddsOf, scoreOf } from './reading.ts';
import { createRoomScale, type RoomScale } from './room-scale.ts';
import { DEFAULT_THRESHOLDS, thresholdsFor } from './thresholds.ts';
import type { AlertBudget, CategoryLimit } from './types.ts';

/** Part of the alert budget that doubtful abuse may use before it is known what the rest uses. */
const ABUSE_SHARE = 0.25;
/** Abuse log-odds that flag in a room of which nothing is known yet. */
const ABUSE_LIMIT = 1.8;
/** A live room may ask for more alerts than look like abuse; below this nothing does. */
const LOWEST = -4.5;
/** Tomorrow's talk strays further from the room's history than the rest of the history does, in log-odds. */
const DRIFT = 0.7;
/** The budget at which a score of abuse means what it says. */
const USUAL_BUDGET = 3;
/** What training saw counts as at most so many messages beside what is seen live. */
const TRAINED_MASS = 3_000;
/** Recent: where counts of live messages are halved. */
const RECENT = 20_000;
/** Messages after which what came of a limit counts as much as what was meant. */
const SETTLED = 1_000;
/** Limits are set anew after so many messages. */
const EVERY = 256;
/** How far a category's own figure moves its limit from where the budget alone puts it, in log-odds. */
const REACH = 1.5;
/** Parts in which recent scores are counted for people to see. */
const SCORE_PARTS = 20;
/** How the whole is shared out where nothing else was asked for. */
const SHARES: Readonly<Record<BuiltinCategory, number>> = {
  abuse: 0.6,
  ad: 0.1,
  flood: 0.1,
  raid: 0.1,
  dispute: 0.05,
  appeal: 0.05,
};
/** Quantiles say little of what comes in bursts, where one alert makes the next. */
const BY_QUANTILE: readonly BuiltinCategory[] = ['ad', 'dispute', 'appeal'];

/** From which log-odds each category flags, so that a room gives as many alerts as it was asked for. */
export interface Limits {
  /** Log-odds by category. */
  readonly at: Readonly<Record<BuiltinCategory, number>>;
  /** What turns raw log-odds of abuse into those of its score; moves only when a model is loaded. */
  readonly abuseShift: () => number;
  /** In force with the next message; what was counted is counted anew. */
  readonly setBudget: (budget: AlertBudget) => void;
  /** Begins from what training saw: a histogram of raw abuse log-odds, and 0..1 how much of the room is known. */
  readonly load: (scores: Float64Array, knowledge: number) => void;
  /** One message was judged: raw log-odds of abuse, or undefined where they say nothing of ordinary talk. */
  readonly noteAbuse: (raw: number | undefined) => void;
  /** Log-odds of another category, of the same message. */
  readonly note: (category: BuiltinCategory, logOdds: number) => void;
  /** The message is done; it flagged in these categories. */
  readonly noteAlerts: (flagged: readonly BuiltinCategory[]) => void;
  readonly tuning: () => {
    readonly messages: number;
    readonly alerts: number;
    readonly categories: readonly CategoryLimit[];
  };
}

/** Limits of one room. With `adapts` they follow the newest messages; without, they stay as trained. */
export function createLimits(first: AlertBudget, adapts: boolean): Limits {
  const trained = createRoomScale();
  const live = createRoomScale(RECENT);
  const others: Readonly<Partial<Record<BuiltinCategory, RoomScale>>> = Object.fromEntries(
    BY_QUANTILE.map((category) => [category, createRoomScale(RECENT)]),
  );
  const at: Record<BuiltinCategory, number> = { abuse: 0, ad: 0, flood: 0, raid: 0, dispute: 0, appeal: 0 };
  const alerts: Record<BuiltinCategory, number> = { ...at };
  let anyAlerts = 0;
  let otherAlerts = 0;
  /** Abuse that flagged and was not plain. */
  let doubtful = 0;
  let isDoubtful = false;
  let messages = 0;
  let sinceSet = 0;
  let liveSeen = 0;
  let knowledge = 0;
  let shift = 0;
  let budget = first;

  const ownOf = (category: BuiltinCategory): number | undefined => budget.categories?.[category];
  const aimOf = (category: BuiltinCategory): number =>
    ownOf(category) ?? SHARES[category] * Math.max(0.1, budget.perThousand);
  /** What is left of the whole for abuse once the rest has had its part; the rest is assumed at first. */
  const abuseAim = (): number => {
    const own = ownOf('abuse');
    if (own !== undefined) return own;
    const whole = Math.max(0.1, budget.perThousand);
    const least = ABUSE_SHARE * whole;
    if (!adapts) return least;
    const rest = ((whole - least) * SETTLED + otherAlerts * 1_000) / (SETTLED + messages);
    return Math.max(least, whole - rest);
  };
  /** A quantile of the past misses the future a little: what came of it is weighed in. */
  const correction = (aim: number): number => {
    const wanted = (aim * (messages + SETTLED)) / 1_000;
    const given = doubtful + (aim * SETTLED) / 1_000;
    return Math.min(2, Math.max(0.5, wanted / given));
  };
  const scoresOf = (category: BuiltinCategory): Pick<CategoryLimit, 'scores'> => {
    const scale = category === 'abuse' ? live : others[category];
    return scale === undefined || scale.total() === 0
      ? {}
      : { scores: scale.byScore(SCORE_PARTS, category === 'abuse' ? shift : 0) };
  };
  const abuseLimit = (scale: RoomScale, perThousand: number, drift: number): number =>
    scale.limit(perThousand / 1_000, ABUSE_LIMIT + knowledge, adapts ? LOWEST : 0, 7) + drift * knowledge;
  const setAll = (): void => {
    sinceSet = 0;
    const moved = thresholdsFor(budget.perThousand);
    for (const category of CATEGORIES) {
      if (category === 'abuse') continue;
      const own = ownOf(category);
      const base = oddsOf(
        own === undefined ? moved[category] : thresholdsFor(own / SHARES[category])[category],
      );
      const scale = own === undefined || !adapts ? undefined : others[category];
      at[category] =
        scale === undefined ? base : scale.limit((own ?? 0) / 1_000, base, base - REACH, base + REACH);
    }
    const stale = TRAINED_MASS / (TRAINED_MASS + Math.min(liveSeen, RECENT));
    const raw = adapts
      ? abuseLimit(live, abuseAim() * correction(abuseAim()), DRIFT * stale)
      : abuseLimit(trained, abuseAim(), DRIFT);
    at.abuse = raw - shift;
  };
  setAll();

  return {
    at,
    abuseShift: () => shift,
    setBudget: (next) => {
      budget = next;
      // What came of the old budget says nothing of the new one.
      messages = anyAlerts = otherAlerts = doubtful = 0;
      for (const category of CATEGORIES) alerts[category] = 0;
      setAll();
    },
    load: (scores, known) => {
      knowledge = known;
      trained.load(scores, Number.POSITIVE_INFINITY);
      live.load(scores, TRAINED_MASS);
      liveSeen = 0;
      shift = abuseLimit(trained, ABUSE_SHARE * USUAL_BUDGET, DRIFT) - oddsOf(DEFAULT_THRESHOLDS.abuse);
      setAll();
    },
    noteAbuse: (raw) => {
      isDoubtful = raw !== undefined;
      if (!adapts || raw === undefined) return;
      live.add(raw);
      liveSeen += 1;
    },
    note: (category, logOdds) => {
      if (adapts) others[category]?.add(logOdds);
    },
    noteAlerts: (flagged) => {
      messages += 1;
      if (flagged.length > 0) anyAlerts += 1;
      if (flagged.some((category) => category !== 'abuse')) otherAlerts += 1;
      if (isDoubtful && flagged.includes('abuse')) doubtful += 1;
      for (const category of flagged) alerts[category] += 1;
      if (messages >= RECENT) {
        messages /= 2;
        anyAlerts /= 2;
        otherAlerts /= 2;
        doubtful /= 2;
        for (const category of CATEGORIES) alerts[category] /= 2;
      }
      sinceSet += 1;
      if (adapts && sinceSet >= EVERY) setAll();
    },
    tuning: () => ({
      messages: Math.round(messages),
      alerts: Math.round(anyAlerts),
      categories: CATEGORIES.map((category) => ({
        category,
        perThousand: category === 'abuse' ? abuseAim() : aimOf(category),
        isOwn: ownOf(category) !== undefined,
        threshold: scoreOf(at[category]),
        recentPerThousand: messages === 0 ? 0 : (alerts[category] / messages) * 1_000,
        ...scoresOf(category),
      })),
    }),
  };
}
