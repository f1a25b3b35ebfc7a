import type { TicketTemplate } from '../../../shared/domain/ticket-desk.ts';
import type { FieldValues } from '../../../shared/domain/ticket-fields.ts';
import { fillText } from '../../../shared/support/fill.ts';

/** What a template's variables stand for. */
export interface TemplateValues {
  readonly viewer?: string | undefined;
  readonly agent?: string | undefined;
  readonly room?: string | undefined;
  /** `#12` */
  readonly conversation?: string | undefined;
}

/** A template with its variables filled in. */
export interface FilledTemplate {
  readonly title: string;
  readonly description: string;
  readonly fields: FieldValues;
  /** Variables without a value. */
  readonly missing: readonly string[];
}

/** Fills title, description and texts of fields. */
export function fillTemplate(template: TicketTemplate, values: TemplateValues): FilledTemplate {
  const missing = new Set<string>();
  const fill = (text: string): string => {
    const filled = fillText(text, { ...values });
    for (const name of filled.missing) missing.add(name);
    return filled.text;
  };
  return {
    title: [...fill(template.title)].slice(0, 200).join(''),
    description: [...fill(template.description)].slice(0, 5_000).join(''),
    fields: Object.fromEntries(
      Object.entries(template.fields).map(([id, value]) => [
        id,
        typeof value === 'string' ? fill(value) : value,
      ]),
    ),
    missing: [...missing],
  };
}
