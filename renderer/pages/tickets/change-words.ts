import type { TFunction } from 'i18next';

const STATES: ReadonlySet<string> = new Set(['new', 'open', 'pending', 'solved', 'closed']);
const PRIORITIES: ReadonlySet<string> = new Set(['low', 'normal', 'high', 'urgent']);

/** What the core noted of a change (`new → open；@林`), in words; anything else stays as it was written. */
export function changeWords(text: string, t: TFunction): string {
  return text
    .split('；')
    .map((part) => wordsOf(part, t))
    .join('；');
}

function wordsOf(part: string, t: TFunction): string {
  if (part === '@—') return t('tickets:changed.nobody');
  if (part.startsWith('@')) return t('tickets:changed.assignee', { name: part.slice(1) });
  const [from, to, more] = part.split(' → ');
  if (from === undefined || to === undefined || more !== undefined) return part;
  return `${nameOf(from, t)} → ${nameOf(to, t)}`;
}

function nameOf(word: string, t: TFunction): string {
  if (STATES.has(word)) return t(`common:ticketState.${word}`);
  return PRIORITIES.has(word) ? t(`common:priority.${word}`) : word;
}
