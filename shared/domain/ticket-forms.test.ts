import { describe, expect, it } from 'vitest';
import { DEFAULT_TICKET_DESK, type TicketDesk } from './ticket-desk.ts';
import { type FieldKind, FieldSchema, type FieldValue, type TicketField } from './ticket-fields.ts';
import { checkRequired, fieldsFor, patchFields } from './ticket-forms.ts';

const field = (id: string, kind: FieldKind, more: Partial<TicketField> = {}): TicketField => ({
  ...FieldSchema.parse({ id, kind, label: { zh: id, en: id } }),
  ...more,
});
const options = ['red', 'blue'].map((id) => ({ id, label: { zh: id, en: id } }));

describe('which fields are asked for', () => {
  const desk: TicketDesk = {
    ...DEFAULT_TICKET_DESK,
    forms: [
      { id: 'all', fields: [field('urgency', 'text')] },
      { id: 'finance', department: '财务', fields: [field('amount', 'money'), field('urgency', 'number')] },
      { id: 'refund', type: 'refund', fields: [field('paid', 'date')] },
      { id: 'both', department: '财务', type: 'refund', fields: [field('account', 'text')] },
    ],
  };
  it.each([
    [undefined, undefined, ['urgency']],
    ['财务', undefined, ['urgency', 'amount']],
    ['客服', 'refund', ['urgency', 'paid']],
    ['财务', 'refund', ['urgency', 'amount', 'paid', 'account']],
  ])('department %s, type %s', (department, type, ids) => {
    expect(fieldsFor(desk, department, type).map((each) => each.id)).toEqual(ids);
  });
});

describe('what a field takes', () => {
  const cases: readonly [TicketField, readonly FieldValue[], readonly FieldValue[]][] = [
    [field('f', 'text'), ['你好', 'x'.repeat(200)], [1, true, ['a'], 'a\nb', 'x'.repeat(201)]],
    [field('f', 'text', { maxLength: 2 }), ['😀😀'], ['abc']],
    [field('f', 'paragraph'), ['a\nb'], [7]],
    [
      field('f', 'number', { min: 0, max: 10 }),
      [0, 10, 2.5],
      ['3', -1, 11, Number.NaN, Number.POSITIVE_INFINITY],
    ],
    [field('f', 'money', { max: 100 }), ['12.50', '-3', '100'], [12.5, '1,000', '1e3', '=1', '100.01', '']],
    [field('f', 'date'), ['2024-02-29'], ['2026-02-29', '2026-13-01', '26-01-01', 20_260_101]],
    [field('f', 'datetime'), [0, 1_774_000_000_000], ['2026-01-01', 1.5, 1e18]],
    [field('f', 'choice', { options }), ['red'], ['green', '', ['red'], 'constructor']],
    [field('f', 'choice'), [], ['red']],
    [field('f', 'choices', { options }), [['red', 'blue'], []], [['red', 'red'], ['green'], 'red']],
    [field('f', 'yesno'), [true, false], ['true', 1]],
    [field('f', 'phone'), ['13800138000', '+86 138-0013-8000'], ['call me', '123', 13_800_138_000]],
    [field('f', 'email'), ['a.b@example.com'], ['a@b', 'a b@c.d', '@x.y', 'a@@b.c']],
    [
      field('f', 'link'),
      ['https://example.com/a?b=1'],
      ['javascript:alert(1)', 'example.com', 'https:///x', 'https://a b'],
    ],
    [field('f', 'order'), ['NO-2026_1'], ['a b', '../x', '']],
  ];
  it.each(cases)('$kind', (one, good, bad) => {
    const takes = (value: FieldValue): boolean => patchFields([one], {}, { f: value }).ok;
    expect([good.map(takes), bad.map(takes)]).toEqual([good.map(() => true), bad.map(() => false)]);
  });
});

describe('values over a ticket’s life', () => {
  it('sets, takes off, and leaves those of other forms alone', () => {
    const before = { old: 'kept', a: 'x', b: 'y' };
    expect(patchFields([field('a', 'text')], before, { a: '新', b: null })).toEqual({
      ok: true,
      value: { old: 'kept', a: '新' },
    });
  });

  it.each(['nothing', '__proto__', 'constructor', 'toString'])(
    'refuses a field called %s that no form has',
    (id) => {
      const patch = JSON.parse(`{"${id}":"x"}`) as Record<string, string>;
      expect(patchFields([field('a', 'text')], {}, patch).ok).toBe(false);
    },
  );

  it.each([
    ['no', 'solve', undefined, true],
    ['open', 'open', undefined, false],
    ['open', 'open', '  ', false],
    ['open', 'solve', undefined, false],
    ['solve', 'open', undefined, true],
    ['solve', 'solve', undefined, false],
    ['solve', 'solve', 'x', true],
  ] as const)('required %s, at %s, with %s', (required, by, value, fine) => {
    const values = value === undefined ? {} : { a: value };
    expect(checkRequired([field('a', 'text', { required })], values, by).ok).toBe(fine);
  });
});
