import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { type AuditEntry, AuditEntrySchema } from '../../shared/domain/audit.ts';
import { verifyAuditChain } from '../store/audit-chain.ts';

/** Checks an audit export (one entry a line, a JSON array, or the answer of `GET /api/v1/audit`); 1 and the first broken entry if it was changed. */
export function runVerify(file: string, stdout: Writable, stderr: Writable): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    stderr.write(
      `cannot read ${file}: ${error instanceof Error ? error.message : String(error)}. Check the path.\n`,
    );
    return 1;
  }
  const entries = readEntries(text);
  if ('broken' in entries) {
    stdout.write(`${JSON.stringify({ intact: false, line: entries.broken, why: entries.why })}\n`);
    return 1;
  }
  const checked = verifyAuditChain(entries.rows);
  if (checked.ok) {
    stdout.write(`${JSON.stringify({ intact: true, entries: checked.entries })}\n`);
    return 0;
  }
  stdout.write(
    `${JSON.stringify({ intact: false, line: checked.index + 1, why: checked.why, entry: entries.rows[checked.index] })}\n`,
  );
  return 1;
}

type Entries = { readonly rows: readonly AuditEntry[] } | { readonly broken: number; readonly why: string };

function readEntries(text: string): Entries {
  const rows: AuditEntry[] = [];
  const lines = isOneValue(text) ? asArray(text) : text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return { broken: 1, why: 'no entries' };
  for (const [index, line] of lines.entries()) {
    const parsed = AuditEntrySchema.safeParse(typeof line === 'string' ? parse(line) : line);
    if (!parsed.success) return { broken: index + 1, why: parsed.error.issues[0]?.message ?? 'not an entry' };
    rows.push(parsed.data);
  }
  return { rows };
}

/** An array, or the whole answer of the API however it is laid out; otherwise one entry a line. */
function isOneValue(text: string): boolean {
  const start = text.trimStart();
  if (start.startsWith('[')) return true;
  const value = parse(text);
  return typeof value === 'object' && value !== null && 'entries' in value;
}

function asArray(text: string): readonly unknown[] {
  const value = parse(text);
  if (Array.isArray(value)) return value;
  const entries =
    typeof value === 'object' && value !== null && 'entries' in value ? value.entries : undefined;
  return Array.isArray(entries) ? entries : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
