import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketDesk, TicketRule } from '../../../../../shared/domain/ticket-desk.ts';
import { usePreferences } from '../../../../app/services.tsx';
import { RuleForm } from './RuleForm.tsx';
import { ruleFaults } from './rule-draft.ts';
import { ruleSentence } from './rule-words.ts';
import classes from './rules.module.css';

/** One rule: its switch, its sentence, what may be done with it, and its form while it is open. */
export function RuleRow(props: {
  readonly rule: TicketRule;
  readonly desk: TicketDesk;
  readonly departments: readonly string[];
  readonly place: { readonly index: number; readonly of: number };
  readonly isOpen: boolean;
  readonly isNew: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly change: (part: Partial<TicketRule>) => void;
  readonly move: (by: -1 | 1) => void;
  readonly copy: (() => void) | undefined;
  readonly remove: () => void;
}) {
  const { t } = useTranslation('support');
  const [{ language }] = usePreferences();
  const { rule, place, isOpen } = props;
  const isBad = ruleFaults(rule, props.desk, props.departments).length > 0;
  const name = rule.name.trim() === '' ? t('setup.rules.unnamed') : rule.name;
  return (
    <li className={classes.rule} data-open={isOpen} data-testid="ticket-rule">
      <div className={classes.head}>
        <Switch
          size="xs"
          label={name}
          checked={rule.enabled}
          onChange={(event) => props.change({ enabled: event.currentTarget.checked })}
        />
        <span className={classes.deeds}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('setup.rules.up', { name })}
            title={t('setup.rules.up', { name })}
            disabled={place.index === 0}
            onClick={() => props.move(-1)}
          >
            ↑
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('setup.rules.down', { name })}
            title={t('setup.rules.down', { name })}
            disabled={place.index === place.of - 1}
            onClick={() => props.move(1)}
          >
            ↓
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={props.copy === undefined}
            onClick={props.copy}
            data-testid="rule-copy"
          >
            {t('setup.rules.copy')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={props.remove} data-testid="rule-remove">
            {t('setup.tickets.remove')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={isOpen}
            onClick={() => props.setOpen(!isOpen)}
            data-testid="rule-edit"
          >
            {t(isOpen ? 'setup.rules.fold' : 'setup.rules.edit')}
          </Button>
        </span>
      </div>
      <p className={classes.sentence} data-testid="rule-sentence" aria-live={isOpen ? 'polite' : 'off'}>
        {ruleSentence(t, rule, props.desk, language)}
      </p>
      {isBad && !isOpen ? <p className={classes.error}>▲ {t('setup.rules.unfinished')}</p> : null}
      {isOpen ? (
        <RuleForm
          rule={rule}
          desk={props.desk}
          departments={props.departments}
          isNew={props.isNew}
          change={props.change}
        />
      ) : null}
    </li>
  );
}
