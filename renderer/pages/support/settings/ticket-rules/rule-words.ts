import type { TFunction } from 'i18next';
import { exhaustive } from '../../../../../shared/domain/result.ts';
import type { RuleCondition, TicketDesk, TicketRule } from '../../../../../shared/domain/ticket-desk.ts';

/** The rule as one sentence that a colleague would say. */
export function ruleSentence(
  t: TFunction<'support'>,
  rule: TicketRule,
  desk: Pick<TicketDesk, 'types' | 'templates'>,
  language: 'zh' | 'en',
): string {
  const said = rule.when.map((condition) => conditionWords(t, condition)).filter((words) => words !== '');
  return t('setup.rules.sentence', {
    at: t(`setup.rules.at.${rule.at}`),
    when: said.length === 0 ? t('setup.rules.anyhow') : said.join(t('setup.rules.and')),
    what: ticketWords(t, rule, desk, language),
  });
}

/** One condition in words; empty where nothing is chosen yet. */
export function conditionWords(t: TFunction<'support'>, condition: RuleCondition): string {
  switch (condition.kind) {
    case 'topic':
      return listed(
        t,
        'topic',
        condition.any.map((one) => t(`topic.${one}`)),
      );
    case 'priority':
      return listed(
        t,
        'priority',
        condition.any.map((one) => t(`setup.tickets.rulePriority.${one}`)),
      );
    case 'words':
      return listed(
        t,
        'words',
        condition.any.map((one) => t('setup.rules.quoted', { text: one })),
      );
    case 'vip':
      return Number.isNaN(condition.atLeast) ? '' : t('setup.rules.if.vip', { n: condition.atLeast });
    case 'signed':
      return t(condition.is ? 'setup.rules.if.signed' : 'setup.rules.if.anonymous');
    case 'score':
      return Number.isNaN(condition.atMost) ? '' : t('setup.rules.if.score', { n: condition.atMost });
    default:
      return exhaustive(condition);
  }
}

function listed(
  t: TFunction<'support'>,
  kind: 'topic' | 'priority' | 'words',
  names: readonly string[],
): string {
  return names.length === 0 ? '' : t(`setup.rules.if.${kind}`, { list: names.join(t('setup.rules.or')) });
}

/** What is opened; what the rule leaves open is the template's or the type's. */
function ticketWords(
  t: TFunction<'support'>,
  rule: TicketRule,
  desk: Pick<TicketDesk, 'types' | 'templates'>,
  language: 'zh' | 'en',
): string {
  const { open } = rule;
  const template = desk.templates.find((one) => one.id === open.templateId);
  const type = desk.types.find((one) => one.id === (open.type ?? template?.type));
  const department = open.department ?? template?.department ?? type?.department;
  const priority = open.priority ?? template?.priority ?? type?.priority;
  const title = open.title ?? (template === undefined ? rule.name : template.title);
  return [
    type === undefined
      ? t('setup.rules.what.any')
      : t('setup.rules.what.type', { type: type.name[language] }),
    ...(title.trim() === '' ? [] : [t('setup.rules.what.title', { title: title.trim() })]),
    ...(template === undefined ? [] : [t('setup.rules.what.template', { name: template.name })]),
    ...(department === undefined ? [] : [t('setup.rules.what.department', { department })]),
    ...(priority === undefined
      ? []
      : [t('setup.rules.what.priority', { priority: t(`common:priority.${priority}`) })]),
  ].join(t('setup.rules.comma'));
}
