import type { Estimate } from './conversation.ts';
import type { Bilingual } from './message.ts';

/** Values for `{name}` in automatic messages and canned replies. */
export type FillValues = Readonly<Record<string, string | undefined>>;

/** The text with its variables filled in; names without a value are left out and named in `missing`. */
export function fillText(
  text: string,
  values: FillValues,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const filled = text.replaceAll(/\{([a-z]{1,20})\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) missing.add(name);
    return value ?? '';
  });
  return { text: filled, missing: [...missing] };
}

const MINUTE = 60_000;

/** An estimate as viewers are told it: whole minutes, outwards, and never less than one. Undefined where it is not known. */
export function toldRange(
  estimate: Pick<Estimate, 'lowMs' | 'highMs'>,
): { readonly lowMs: number; readonly highMs: number } | undefined {
  const { lowMs, highMs } = estimate;
  if (lowMs === undefined || highMs === undefined) return undefined;
  return {
    lowMs: Math.max(0, Math.floor(lowMs / MINUTE)) * MINUTE,
    highMs: Math.max(1, Math.ceil(highMs / MINUTE)) * MINUTE,
  };
}

/**
 * The expected wait as a sentence; nothing where it is not known. `isAside`: somebody else answers first, and this is
 * what a person would take.
 */
export function waitText(estimate: Estimate | undefined, isAside = false): Bilingual {
  const told = estimate === undefined ? undefined : toldRange(estimate);
  if (told === undefined) return { zh: '', en: '' };
  const [low, high] = [told.lowMs / MINUTE, told.highMs / MINUTE];
  const wait =
    high <= 1
      ? { zh: '预计 1 分钟内接入。', en: 'about a minute. ' }
      : low + 1 >= high && low > 0
        ? { zh: `预计等待约 ${high} 分钟。`, en: `about ${high} minutes. ` }
        : { zh: `预计等待 ${low}–${high} 分钟。`, en: `about ${low}–${high} minutes. ` };
  return isAside
    ? { zh: `需要人工时，${wait.zh}`, en: `To reach a person: ${wait.en}` }
    : { zh: wait.zh, en: `Expected wait: ${wait.en}` };
}
