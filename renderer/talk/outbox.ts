import type { TalkLog } from './log.ts';

/** What is on its way to the hub. The id is made once; however often it is sent, it is one message. */
export interface Pending {
  readonly id: string;
  readonly at: number;
  readonly body: PendingBody;
  readonly audience: 'all' | 'staff';
  readonly state: 'waiting' | 'sending' | 'failed';
  /** Why it was refused: a fault's code. */
  readonly fault?: string | undefined;
}

export type PendingBody =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly file: 'picture' | 'voice';
      /** An address of the bytes in this page, to show at once. */
      readonly preview: string;
      readonly waveform: readonly number[];
      readonly durationMs?: number | undefined;
      /** Uploaded so far, 0..1. */
      readonly progress: number;
      /** Set once the bytes are there; a repeat does not upload them again. */
      readonly attachmentId?: string | undefined;
    };

/** In the order they were said. */
export type Outbox = readonly Pending[];

/** Puts something at the end; an id that is there already changes nothing. */
export function enqueue(outbox: Outbox, pending: Pending): Outbox {
  return outbox.some((one) => one.id === pending.id) ? outbox : [...outbox, pending];
}

/** The next to send: the oldest that waits, and none while one is under way, so that order is kept. */
export function nextToSend(outbox: Outbox): Pending | undefined {
  if (outbox.some((one) => one.state === 'sending')) return undefined;
  return outbox.find((one) => one.state === 'waiting');
}

/** Changes one entry. */
export function amend(outbox: Outbox, id: string, change: (pending: Pending) => Pending): Outbox {
  return outbox.map((one) => (one.id === id ? change(one) : one));
}

/** Without one entry: acknowledged, or given up by its author. */
export function drop(outbox: Outbox, id: string): Outbox {
  return outbox.filter((one) => one.id !== id);
}

/** Without what the log shows: an acknowledgement may be lost where the message was not. */
export function withoutArrived(outbox: Outbox, log: TalkLog): Outbox {
  if (outbox.length === 0) return outbox;
  const arrived = new Set(log.messages.map((message) => message.id));
  return outbox.some((one) => arrived.has(one.id)) ? outbox.filter((one) => !arrived.has(one.id)) : outbox;
}

/** After a lost line: what was under way waits again, with the same id. */
export function interrupted(outbox: Outbox): Outbox {
  return outbox.map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' as const } : one));
}

/** What can be kept over a reload: texts. Bytes of files are gone with the page. */
export function keepable(outbox: Outbox): string {
  return JSON.stringify(outbox.filter((one) => one.body.kind === 'text'));
}

/** Reads what was kept; anything odd is left out. */
export function readKept(text: string | null): Outbox {
  const rows = parse(text);
  return rows.flatMap((row): Pending[] => {
    if (typeof row !== 'object' || row === null) return [];
    const { id, at, body } = row as Record<string, unknown>;
    if (typeof id !== 'string' || typeof at !== 'number' || typeof body !== 'object' || body === null)
      return [];
    const said = 'text' in body ? body.text : undefined;
    if (typeof said !== 'string' || said === '') return [];
    return [{ id, at, audience: 'all', state: 'waiting', body: { kind: 'text', text: said } }];
  });
}

function parse(text: string | null): readonly unknown[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
