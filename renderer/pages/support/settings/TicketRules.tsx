import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleCondition, TicketRule } from '../../../../shared/domain/ticket-desk.ts';
import type { DeskPart } from './desk-part.ts';
import { without } from './rows.ts';
import classes from './setup.module.css';

/** Rules that open a ticket by themselves: when, on what, and where it goes; on, off, or taken out. */
export function TicketRules({ desk, change, locked }: DeskPart) {
  const { t } = useTranslation('support');
  const set = (id: string, part: Partial<TicketRule>) =>
    change({ rules: desk.rules.map((rule) => (rule.id === id ? { ...rule, ...part } : rule)) });
  const words = (condition: RuleCondition): string => {
    switch (condition.kind) {
      case 'topic':
        return condition.any.map((topic) => t(`topic.${topic}`)).join(' / ');
      case 'priority':
        return condition.any.map((one) => t(`setup.tickets.rulePriority.${one}`)).join(' / ');
      case 'words':
        return `“${condition.any.join(' / ')}”`;
      case 'vip':
        return `VIP ≥ ${condition.atLeast}`;
      case 'signed':
        return t(condition.is ? 'viewer.signed' : 'viewer.anonymous');
      case 'score':
        return `★ ≤ ${condition.atMost}`;
    }
  };
  return (
    <fieldset className={classes.box} disabled={locked}>
      <legend>{t('setup.tickets.rules')}</legend>
      {desk.rules.length === 0 ? <p className={classes.dim}>{t('setup.tickets.rulesNone')}</p> : null}
      {desk.rules.map((rule) => (
        <div key={rule.id} className={classes.rule} data-testid="ticket-rule">
          <Switch
            size="xs"
            label={rule.name}
            checked={rule.enabled}
            onChange={(event) => set(rule.id, { enabled: event.currentTarget.checked })}
          />
          <span className={classes.dim}>
            {[t(`setup.tickets.ruleAt.${rule.at}`), ...rule.when.map(words), rule.open.department ?? '']
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => change({ rules: without(desk.rules, rule.id) })}
          >
            {t('setup.tickets.remove')}
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
