import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PersonRoleSchema } from '../../../shared/domain/person.ts';
import type { Exemptions } from '../../../shared/rules/rule.ts';
import common from './common.module.css';
import classes from './form.module.css';
import { useFieldError, useRuleForm } from './form.tsx';
import { wordsOf } from './logic/words-text.ts';
import { Num } from './Num.tsx';
import { Toggles } from './Toggles.tsx';
import { useTyped } from './use-typed.ts';

const FEN = 100;
/** Every rule spares the streamer, staff and bots; they are not offered. */
const ROLES = PersonRoleSchema.options.filter((role) => role === 'vip' || role === 'member');

/** Whom the rule spares, beside those every rule spares. */
export function ExemptFields() {
  const { t } = useTranslation('rules');
  const { draft, set, locked: disabled } = useRuleForm();
  const error = useFieldError();
  const { exempt } = draft;
  const [typed, type] = useTyped(exempt.persons, wordsOf);
  const change = (part: Partial<Exemptions>) => set({ exempt: { ...exempt, ...part } });
  const level = (value: number) => (Number.isNaN(value) || value === 0 ? undefined : value);
  return (
    <div className={classes.exempt}>
      <p className={common.dim}>{t('exempt.always')}</p>
      <div className={common.inline}>
        <Toggles
          label={t('exempt.roles')}
          choices={ROLES.map((value) => ({ value, name: t(`role.${value}`) }))}
          on={exempt.roles}
          change={(roles) => change({ roles })}
          disabled={disabled}
        />
        <Checkbox
          size="xs"
          label={t('exempt.guards')}
          checked={exempt.guards}
          onChange={(event) => change({ guards: event.currentTarget.checked })}
          disabled={disabled}
        />
      </div>
      <div className={classes.trio}>
        <Num
          visible
          label={t('exempt.medal')}
          value={exempt.medalLevel}
          change={(value) => change({ medalLevel: level(value) })}
          unit={t('unit.level')}
          error={error('exempt.medalLevel')}
          disabled={disabled}
          width={150}
        />
        <Num
          visible
          label={t('exempt.level')}
          value={exempt.level}
          change={(value) => change({ level: level(value) })}
          unit={t('unit.level')}
          error={error('exempt.level')}
          disabled={disabled}
          width={150}
        />
        <Num
          visible
          label={t('exempt.spent')}
          value={exempt.spentFen === undefined ? undefined : exempt.spentFen / FEN}
          change={(value) => {
            const yuan = level(value);
            change({ spentFen: yuan === undefined ? undefined : Math.round(yuan * FEN) });
          }}
          unit={t('unit.yuan')}
          decimals
          error={error('exempt.spentFen')}
          disabled={disabled}
          width={150}
        />
      </div>
      <Textarea
        label={t('exempt.persons')}
        placeholder={t('exempt.personsHint')}
        value={typed}
        onChange={(event) => change({ persons: type(event.currentTarget.value) })}
        error={error('exempt.persons', true)}
        autosize
        minRows={1}
        maxRows={6}
        spellCheck={false}
        disabled={disabled}
      />
    </div>
  );
}
