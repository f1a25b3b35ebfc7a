const LONGEST = 160;

/** A value of the configuration in a few words: lists by their names, texts as they are. */
export function valueText(value: unknown): string {
  return cut(words(value));
}

function words(value: unknown): string {
  if (value === undefined || value === null) return '—';
  if (typeof value === 'boolean') return value ? '✓' : '✕';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(words).join('、');
  if (typeof value !== 'object') return '';
  for (const name of ['name', 'title', 'shortcut', 'zh', 'label', 'department', 'type'] as const) {
    const field: unknown = Reflect.get(value, name);
    if (typeof field === 'string') return field;
    if (typeof field === 'object' && field !== null && 'zh' in field) return words(field);
  }
  const list: unknown = Reflect.get(value, 'words');
  if (Array.isArray(list)) return list.map(words).join('/');
  return Object.entries(value)
    .map(([name, field]) => `${name} ${words(field)}`)
    .join(', ');
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
