import type { Draft } from './envelope.ts';

/** What one packet gives, before it gets its envelope. */
export interface Item {
  readonly draft: Draft;
  /** Native key; empty where the packet has none. */
  readonly key: string;
  readonly occurredAt: number | null;
  readonly tsPrecision: 's' | 'ms';
}

/** An item whose time has whole seconds. */
export function inSeconds(draft: Draft, key: string, occurredAt: number | null): Item {
  return { draft, key, occurredAt, tsPrecision: 's' };
}

/** Something the console keeps but does not reckon with. */
export function system(code: string, text = '', key = '', relatesTo?: string): Item {
  const body = {
    code,
    ...(text === '' ? {} : { text: text.slice(0, 10_000) }),
    ...(relatesTo ? { relatesTo } : {}),
  };
  return inSeconds({ kind: 'system', body }, key, null);
}

/** A command nobody here knows: kept, counted, shown. */
export function unknownItem(nativeKind: string): Item {
  return inSeconds(
    { kind: 'unknown', body: { nativeKind: nativeKind.slice(0, 256) || '(no cmd)' } },
    '',
    null,
  );
}
