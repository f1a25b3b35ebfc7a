import { fault } from './fault.ts';
import { exhaustive, fail, ok, type Result } from './result.ts';
import type { TicketDesk } from './ticket-desk.ts';
import type { FieldValue, FieldValues, TicketField } from './ticket-fields.ts';

/** The fields that a department and a type ask for, each once, in the order of the forms. */
export function fieldsFor(
  desk: TicketDesk,
  department: string | undefined,
  type: string | undefined,
): readonly TicketField[] {
  const fields = new Map<string, TicketField>();
  for (const form of desk.forms) {
    const fits =
      (form.department === undefined || form.department === department) &&
      (form.type === undefined || form.type === type);
    if (fits) for (const field of form.fields) if (!fields.has(field.id)) fields.set(field.id, field);
  }
  return [...fields.values()];
}

/** Values to set by field id; null takes one off. */
export type FieldPatch = Readonly<Record<string, FieldValue | null>>;

/**
 * The values with the patch in. Only the fields given are checked; values of forms the ticket has left are
 * kept as they were. Faults: `invalid`, naming the field.
 */
export function patchFields(
  fields: readonly TicketField[],
  before: FieldValues,
  patch: FieldPatch,
): Result<FieldValues> {
  const known = new Map(fields.map((field) => [field.id, field]));
  const next = new Map(Object.entries(before));
  for (const [id, value] of Object.entries(patch)) {
    const field = known.get(id);
    if (value === null) {
      next.delete(id);
      continue;
    }
    if (field === undefined) return fail(fault('invalid', `${id}: no such field here`));
    const wrong = wrongWith(field, value);
    if (wrong !== null) return fail(fault('invalid', `${field.label.zh} / ${field.label.en}: ${wrong}`));
    next.set(id, value);
  }
  return ok(Object.fromEntries(next));
}

/** The first field that is needed by now and missing: `invalid`, naming it. */
export function checkRequired(
  fields: readonly TicketField[],
  values: FieldValues,
  by: 'open' | 'solve',
): Result<null> {
  const missing = fields.find(
    (field) =>
      (field.required === 'open' || (by === 'solve' && field.required === 'solve')) &&
      isBlank(Object.hasOwn(values, field.id) ? values[field.id] : undefined),
  );
  return missing === undefined
    ? ok(null)
    : fail(fault('invalid', `${missing.label.zh} / ${missing.label.en}: 必填 / required`));
}

function isBlank(value: FieldValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** What is wrong with a value, or null. */
function wrongWith(field: TicketField, value: FieldValue): string | null {
  switch (field.kind) {
    case 'text':
      return shortText(value, field.maxLength ?? 200, false);
    case 'paragraph':
      return shortText(value, field.maxLength ?? 5_000, true);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? bounds(field, value) : 'a number';
    case 'money':
      return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(value)
        ? bounds(field, Number(value))
        : 'an amount like 12.50';
    case 'date':
      return typeof value === 'string' && isDate(value) ? null : 'a date like 2026-01-31';
    case 'datetime':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e15
        ? null
        : 'epoch milliseconds';
    case 'choice':
      return typeof value === 'string' && isOption(field, value) ? null : 'one of the options';
    case 'choices':
      return Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((each) => isOption(field, each))
        ? null
        : 'some of the options, each once';
    case 'yesno':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'phone':
      return typeof value === 'string' && /^\+?[\d\- ]{5,24}$/.test(value) ? null : 'a phone number';
    case 'email':
      return typeof value === 'string' && value.length <= 254 && /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(value)
        ? null
        : 'a mail address';
    case 'link':
      return typeof value === 'string' && isWebAddress(value) ? null : 'an address with http or https';
    case 'order':
      return typeof value === 'string' && /^[\w-]{1,128}$/.test(value) ? null : 'an order number';
    default:
      return exhaustive(field.kind);
  }
}

function shortText(value: FieldValue, most: number, lines: boolean): string | null {
  if (typeof value !== 'string') return 'a text';
  if (!lines && /[\r\n]/.test(value)) return 'one line';
  return [...value].length <= most ? null : `at most ${most} characters`;
}

function bounds(field: TicketField, value: number): string | null {
  if (field.min !== undefined && value < field.min) return `at least ${field.min}`;
  if (field.max !== undefined && value > field.max) return `at most ${field.max}`;
  return null;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

function isOption(field: TicketField, id: string): boolean {
  return field.options.some((option) => option.id === id);
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_000 && /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i.test(text);
}
