/** One field of a room's settings, read from the plugin's JSON Schema. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** The schema's own words, shown where the catalog has none. */
  readonly title?: string | undefined;
  readonly help?: string | undefined;
  readonly preset?: unknown;
}

export type FieldKind =
  | { readonly kind: 'text'; readonly secret: boolean; readonly max?: number; readonly pattern?: string }
  | { readonly kind: 'number'; readonly whole: boolean; readonly min?: number; readonly max?: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'list' }
  /** A shape no plain field fits; kept as it is and never shown. */
  | { readonly kind: 'other' };

/** What is typed, by field name. */
export type Draft = Readonly<Record<string, unknown>>;

/** What is wrong with a field, as a key of the catalog with its number. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: 'required' | 'not_number' | 'too_small' | 'too_large' | 'too_long' | 'bad_form';
  readonly limit?: number;
}

/** Fields of a plugin's settings, those that must be filled in first. */
export function fieldsOf(schema: unknown): readonly Field[] {
  const properties = objectOf(objectOf(schema).properties);
  const required = new Set(listOf(objectOf(schema).required));
  return Object.entries(properties)
    .map(([name, raw]) => fieldOf(name, objectOf(raw), required.has(name)))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
}

/** The fields' first contents: what is stored, else the schema's default, else nothing. */
export function draftOf(fields: readonly Field[], stored: Draft): Draft {
  const filled = fields.map((field) => [
    field.name,
    stored[field.name] ?? field.preset ?? emptyOf(field.kind),
  ]);
  return { ...stored, ...Object.fromEntries(filled) };
}

/** What is wrong with the draft, field by field; nothing when it can be sent. */
export function problemsOf(fields: readonly Field[], draft: Draft): readonly FieldProblem[] {
  return fields.flatMap((field) => problemOf(field, draft[field.name]) ?? []);
}

/** The draft as the plugin wants it: what is empty and not needed is left out, so that defaults hold. */
export function settingsOf(fields: readonly Field[], draft: Draft): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]) => {
      const field = known.get(name);
      if (value === undefined || (value === '' && field?.required !== true)) return [];
      return [[name, value]];
    }),
  );
}

/** A schema's words, written `中文 / English`, in one language; a text in one language only is kept. */
export function inLanguage(text: string, language: 'zh' | 'en'): string {
  const [zh = '', ...rest] = text.split(' / ');
  const en = rest.join(' / ');
  return (language === 'zh' || en === '' ? zh : en).trim();
}

/** Fields people fill in; the rest waits under "advanced". */
const BASIC: ReadonlySet<string> = new Set([
  'channel',
  'account',
  'clientId',
  'file',
  'format',
  'speed',
  'loop',
  'room',
  'rate',
  'script',
  'secret',
  'callbackUrl',
]);

/** Whether a field is shown at once. */
export function isBasic(field: Field): boolean {
  return field.required || BASIC.has(field.name);
}

function fieldOf(name: string, schema: Schema, required: boolean): Field {
  return {
    name,
    kind: kindOf(name, schema),
    required: required && schema.default === undefined,
    ...(typeof schema.title === 'string' ? { title: schema.title } : {}),
    ...(typeof schema.description === 'string' ? { help: schema.description } : {}),
    ...(schema.default === undefined ? {} : { preset: schema.default }),
  };
}

function kindOf(name: string, schema: Schema): FieldKind {
  const choices = choicesOf(schema);
  if (choices.length > 0) return { kind: 'choice', choices };
  switch (typeOf(schema)) {
    case 'boolean':
      return { kind: 'switch' };
    case 'integer':
    case 'number':
      return {
        kind: 'number',
        whole: schema.type === 'integer',
        ...numberAs('min', schema.minimum),
        ...numberAs('max', schema.maximum),
      };
    case 'array':
      return typeOf(objectOf(schema.items)) === 'string' ? { kind: 'list' } : { kind: 'other' };
    case 'string':
      return {
        kind: 'text',
        secret:
          schema.writeOnly === true || schema.format === 'password' || /secret|password|token/i.test(name),
        ...numberAs('max', schema.maxLength),
        ...(typeof schema.pattern === 'string' ? { pattern: schema.pattern } : {}),
      };
    default:
      return { kind: 'other' };
  }
}

function problemOf(field: Field, value: unknown): FieldProblem | null {
  const empty = value === undefined || value === null || value === '';
  if (empty)
    return field.required && field.kind.kind !== 'other' ? { field: field.name, problem: 'required' } : null;
  if (field.kind.kind === 'number') return numberProblem(field.name, field.kind, value);
  if (field.kind.kind !== 'text' || typeof value !== 'string') return null;
  const { max } = field.kind;
  return max !== undefined && value.length > max
    ? { field: field.name, problem: 'too_long', limit: max }
    : null;
}

function numberProblem(
  field: string,
  kind: Extract<FieldKind, { readonly kind: 'number' }>,
  value: unknown,
): FieldProblem | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { field, problem: 'not_number' };
  if (kind.whole && !Number.isInteger(value)) return { field, problem: 'not_number' };
  if (kind.min !== undefined && value < kind.min) return { field, problem: 'too_small', limit: kind.min };
  if (kind.max !== undefined && value > kind.max) return { field, problem: 'too_large', limit: kind.max };
  return null;
}

type Schema = Readonly<Record<string, unknown>>;

function choicesOf(schema: Schema): readonly string[] {
  const listed = listOf(schema.enum).filter((value) => typeof value === 'string');
  if (listed.length > 0) return listed;
  const options = [...listOf(schema.anyOf), ...listOf(schema.oneOf)].map(objectOf);
  const constants = options.flatMap((option) => (typeof option.const === 'string' ? [option.const] : []));
  return constants.length === options.length ? constants : [];
}

/** The plain type, also of `anyOf: [string, null]`. */
function typeOf(schema: Schema): unknown {
  if (typeof schema.type === 'string') return schema.type;
  const types = [...listOf(schema.type), ...listOf(schema.anyOf).map((option) => objectOf(option).type)];
  const real = types.filter((type) => type !== 'null');
  return real.length === 1 ? real[0] : undefined;
}

function emptyOf(kind: FieldKind): unknown {
  return kind.kind === 'switch' ? false : kind.kind === 'list' ? [] : kind.kind === 'other' ? undefined : '';
}

/** zod writes ±(2⁵³−1) where no limit was meant. */
function numberAs<K extends string>(key: K, value: unknown): { readonly [P in K]?: number } {
  const real = typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return (real ? { [key]: value } : {}) as { readonly [P in K]?: number };
}

function objectOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
