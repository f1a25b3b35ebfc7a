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

/**
 * The expected wait as a sentence; nothing where it is not known. `isAside`: somebody else answers first, and this is
 * what a person would take.
 */
export function waitText(estimate: Estimate | undefined, isAside = false): Bilingual {
  if (estimate?.lowMs === undefined || estimate.highMs === undefined) return { zh: '', en: '' };
  const low = Math.max(0, Math.floor(estimate.lowMs / 60_000));
  const high = Math.max(1, Math.ceil(estimate.highMs / 60_000));
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
