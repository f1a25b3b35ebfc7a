import { describe, expect, it } from 'vitest';
import { checkRequired, fieldsFor } from '../domain/ticket-forms.ts';
import { DEFAULT_SUPPORT, SupportConfigSchema } from './config.ts';
import { differences, PRESETS, type PresetId, presetParts } from './presets.ts';

const IDS = Object.keys(PRESETS) as PresetId[];

describe('presets', () => {
  it.each(IDS)('%s fits the configuration, and every rule, type and template names what there is', (id) => {
    const config = { ...DEFAULT_SUPPORT, ...PRESETS[id] };
    const { types, departments, templates, rules, forms } = config.ticketDesk;
    const names = new Set([...config.departments, ...departments.map((each) => each.name)]);
    const typeIds = new Set(types.map((type) => type.id));
    const dangling = [
      ...types.flatMap((type) =>
        type.department === undefined || names.has(type.department) ? [] : [type.id],
      ),
      ...[...templates, ...rules.map((rule) => rule.open), ...forms].flatMap((each) => [
        ...(each.type === undefined || typeIds.has(each.type) ? [] : [each.type]),
        ...(each.department === undefined || names.has(each.department) ? [] : [each.department]),
      ]),
      ...rules.flatMap(({ open }) =>
        open.templateId === undefined || templates.some((one) => one.id === open.templateId)
          ? []
          : [open.templateId],
      ),
    ];
    expect([SupportConfigSchema.safeParse(config).success, dangling]).toEqual([true, []]);
  });

  it('commerce has a warehouse, logistics and after-sales, with targets and forms that ask for the order', () => {
    const desk = PRESETS.commerce.ticketDesk ?? DEFAULT_SUPPORT.ticketDesk;
    const asked = ['仓库', '物流', '售后'].map((name) => {
      const fields = fieldsFor(desk, name, undefined);
      const hasTargets = desk.departments.some((each) => each.name === name && each.targets !== null);
      return [
        name,
        hasTargets,
        fields.map((field) => field.id).includes('orderId'),
        checkRequired(fields, {}, 'open').ok,
      ];
    });
    expect(asked).toEqual([
      ['仓库', true, true, false],
      ['物流', true, true, false],
      ['售后', true, true, false],
    ]);
  });

  it.each(IDS)('undoing %s puts back what it set, and nothing that was set elsewhere since', (id) => {
    const before = { ...DEFAULT_SUPPORT, retentionDays: 77 };
    const applied = { ...before, ...PRESETS[id] };
    const since = { ...applied, embedOrigins: ['https://live.example'] };
    const back = { ...since, ...presetParts(before, since) };
    expect(differences(before, back)).toEqual([
      { path: 'embedOrigins', before: [], after: ['https://live.example'] },
    ]);
  });
});
