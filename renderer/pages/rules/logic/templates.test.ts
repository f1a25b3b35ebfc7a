import { expect, it } from 'vitest';
import { RuleDefinitionSchema } from '../../../../shared/rules/rule.ts';
import { TEMPLATES, templateRule } from './templates.ts';

it.each(TEMPLATES)('the ready-made rule %s can be saved as it is', (id) => {
  const rule = templateRule(id, { name: '名字', warning: '请注意发言' });
  expect(RuleDefinitionSchema.parse(rule)).toEqual(rule);
});
