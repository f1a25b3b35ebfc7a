import { createStore, type StoreApi } from 'zustand/vanilla';

/** What one person likes, kept in this browser only. */
export interface Preferences {
  readonly language: 'zh' | 'en';
  readonly theme: 'dark' | 'light';
  /** A short tone for each new severe flag. */
  readonly sound: boolean;
  /** A desktop notification for each new severe flag. */
  readonly notify: boolean;
  /** No sound and no notification between these hours, minutes since midnight; null for never. */
  readonly quiet: { readonly fromMin: number; readonly toMin: number } | null;
}

/** Where preferences are kept between visits. */
export interface Keeper {
  readonly read: () => string | null;
  readonly write: (text: string) => void;
}

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'zh',
  theme: 'dark',
  sound: true,
  notify: false,
  quiet: null,
};

/** Opens the preferences; what is missing or broken falls back to the default, field by field. */
export function openPreferences(keeper: Keeper, language: 'zh' | 'en'): StoreApi<Preferences> {
  const store = createStore<Preferences>(() => ({
    ...DEFAULT_PREFERENCES,
    language,
    ...parsePreferences(keeper.read()),
  }));
  store.subscribe((state) => keeper.write(JSON.stringify(state)));
  return store;
}

/** Reads what is well-formed and leaves out the rest. */
export function parsePreferences(text: string | null): Partial<Preferences> {
  const raw = parseObject(text);
  return {
    ...(raw.language === 'zh' || raw.language === 'en' ? { language: raw.language } : {}),
    ...(raw.theme === 'dark' || raw.theme === 'light' ? { theme: raw.theme } : {}),
    ...(typeof raw.sound === 'boolean' ? { sound: raw.sound } : {}),
    ...(typeof raw.notify === 'boolean' ? { notify: raw.notify } : {}),
    ...quietOf(raw.quiet),
  };
}

/** Whether it is a quiet hour; the span may go over midnight. */
export function isQuiet(quiet: Preferences['quiet'], minuteOfDay: number): boolean {
  if (quiet === null || quiet.fromMin === quiet.toMin) return false;
  return quiet.fromMin < quiet.toMin
    ? minuteOfDay >= quiet.fromMin && minuteOfDay < quiet.toMin
    : minuteOfDay >= quiet.fromMin || minuteOfDay < quiet.toMin;
}

function quietOf(value: unknown): Pick<Preferences, 'quiet'> | Record<string, never> {
  if (value === null) return { quiet: null };
  if (typeof value !== 'object' || !('fromMin' in value) || !('toMin' in value)) return {};
  const { fromMin, toMin } = value;
  return isMinute(fromMin) && isMinute(toMin) ? { quiet: { fromMin, toMin } } : {};
}

function isMinute(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1_440;
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
