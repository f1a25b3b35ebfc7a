import { Button } from '@mantine/core';
import { Fragment, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRule } from '../../../../shared/domain/ticket-desk.ts';
import { type DeskPart, restsOn } from './desk-part.ts';
import { newSlug, without } from './rows.ts';
import classes from './setup.module.css';
import { RuleRow } from './ticket-rules/RuleRow.tsx';
import { copied, MOST_RULES, moved, newRule, putBack } from './ticket-rules/rule-draft.ts';
import rows from './ticket-rules/rules.module.css';

/** Rules that open a ticket by themselves: written, tried, ordered, switched, copied, taken out and brought back. */
export const TicketRules = memo(Rules, restsOn('rules', 'types', 'templates'));

function Rules({ desk, change, departments, locked }: DeskPart) {
  const { t } = useTranslation('support');
  const [open, setOpen] = useState<string | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<{ readonly rule: TicketRule; readonly index: number } | null>(null);
  const { rules } = desk;
  const set = (id: string, part: Partial<TicketRule>) =>
    change({ rules: rules.map((rule) => (rule.id === id ? { ...rule, ...part } : rule)) });
  const add = () => {
    const rule = newRule(newSlug());
    change({ rules: [...rules, rule] });
    setFresh(new Set(fresh).add(rule.id));
    setOpen(rule.id);
  };
  const copy = (rule: TicketRule) => {
    const id = newSlug();
    change({ rules: copied(rules, rule.id, { id, name: t('setup.rules.copyOf', { name: rule.name }) }) });
    setOpen(id);
  };
  const isFull = rules.length >= MOST_RULES;
  const gone = removed !== null && rules.every((rule) => rule.id !== removed.rule.id) ? removed : null;
  const undo =
    gone === null ? null : (
      <li className={rows.removed}>
        <span role="status">{t('setup.rules.removed', { name: gone.rule.name })}</span>
        <Button
          size="compact-xs"
          variant="default"
          disabled={isFull}
          onClick={() => {
            change({ rules: putBack(rules, gone.rule, gone.index) });
            setRemoved(null);
          }}
          data-testid="rule-undo"
        >
          {t('common:do.undo')}
        </Button>
      </li>
    );
  return (
    <fieldset className={classes.box} disabled={locked} data-testid="ticket-rules">
      <legend>{t('setup.tickets.rules')}</legend>
      <p className={classes.dim}>{t(rules.length === 0 ? 'setup.tickets.rulesNone' : 'setup.rules.lead')}</p>
      <ol className={rows.rules}>
        {rules.map((rule, index) => (
          <Fragment key={rule.id}>
            {gone?.index === index ? undo : null}
            <RuleRow
              rule={rule}
              desk={desk}
              departments={departments}
              place={{ index, of: rules.length }}
              isOpen={open === rule.id}
              isNew={fresh.has(rule.id)}
              setOpen={(isOpen) => {
                setOpen(isOpen ? rule.id : null);
                setFresh(new Set([...fresh].filter((id) => id !== rule.id)));
              }}
              change={(part) => set(rule.id, part)}
              move={(by) => change({ rules: moved(rules, rule.id, by) })}
              copy={isFull ? undefined : () => copy(rule)}
              remove={() => {
                setRemoved({ rule, index });
                change({ rules: without(rules, rule.id) });
              }}
            />
          </Fragment>
        ))}
        {gone !== null && gone.index >= rules.length ? undo : null}
      </ol>
      <Button
        size="compact-xs"
        variant="default"
        className={classes.start ?? ''}
        disabled={isFull}
        onClick={add}
        data-testid="rule-add"
      >
        {t('setup.rules.add')}
      </Button>
    </fieldset>
  );
}
