import { NumberInput, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listText, parseTerms } from './lists.ts';
import { type Draft, type Field, type FieldProblem, inLanguage, isBasic } from './schema-form.ts';
import classes from './settings.module.css';

/** A source's settings as plain fields; the rarely needed ones wait under "advanced". */
export function SchemaFields(props: {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly problems: readonly FieldProblem[];
  readonly change: (field: string, value: unknown) => void;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('settings');
  const [all, setAll] = useState(false);
  const plain = props.fields.filter((field) => field.kind.kind !== 'other');
  const basic = plain.filter(isBasic);
  const advanced = plain.filter((field) => !isBasic(field));
  const bad = new Set(props.problems.map((problem) => problem.field));
  const open = all || advanced.some((field) => bad.has(field.name));
  const one = (field: Field) => <OneField key={field.name} field={field} {...props} />;
  if (plain.length === 0) return <p className={classes.dim}>{t('rooms.noFields')}</p>;
  return (
    <fieldset className={classes.fields}>
      <legend>{t('rooms.source')}</legend>
      {basic.map(one)}
      {advanced.length === 0 ? null : (
        <button
          type="button"
          className={classes.textButton}
          aria-expanded={open}
          onClick={() => setAll(!all)}
        >
          {open ? '▾' : '▸'} {t('rooms.advanced')}
        </button>
      )}
      {open ? advanced.map(one) : null}
    </fieldset>
  );
}

function OneField(props: {
  readonly field: Field;
  readonly draft: Draft;
  readonly problems: readonly FieldProblem[];
  readonly change: (field: string, value: unknown) => void;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('settings');
  const { field, draft, locked } = props;
  const value = draft[field.name];
  const problem = props.problems.find((one) => one.field === field.name);
  const common = {
    ...useWords(field),
    disabled: locked,
    error:
      problem === undefined ? undefined : t(`problem.${problem.problem}`, { limit: problem.limit ?? '' }),
    withAsterisk: field.required,
    'data-testid': `field-${field.name}`,
  };
  const set = (next: unknown) => props.change(field.name, next);
  switch (field.kind.kind) {
    case 'switch':
      return (
        <Switch
          label={common.label}
          description={common.description}
          disabled={locked}
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
          data-testid={common['data-testid']}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => set(next === '' ? undefined : next)}
          allowDecimal={!field.kind.whole}
          styles={{ wrapper: { width: 220 } }}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          placeholder={t('defaultChoice')}
          data={field.kind.choices.map((choice) => ({
            value: choice,
            label: t(`choice.${choice}`, { defaultValue: choice }),
          }))}
          value={typeof value === 'string' && value !== '' ? value : null}
          onChange={(next) => set(next ?? undefined)}
          allowDeselect={!field.required}
        />
      );
    case 'list':
      return (
        <Textarea
          {...common}
          value={Array.isArray(value) ? listText(value.map(String)) : ''}
          onChange={(event) => set([...parseTerms(event.currentTarget.value).values])}
          autosize
          minRows={2}
        />
      );
    case 'text':
      return field.kind.secret ? (
        <PasswordInput
          {...common}
          size="xs"
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          {...common}
          spellCheck={false}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    case 'other':
      return null;
  }
}

/** A field's name and help: the source's own words where it has them, else the catalog's. */
function useWords(field: Field): { readonly label: string; readonly description: string | undefined } {
  const { t, i18n } = useTranslation('settings');
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const help = field.help ?? t(`fieldHelp.${field.name}`, { defaultValue: '' });
  return {
    label:
      field.title === undefined
        ? t(`field.${field.name}`, { defaultValue: t('otherField') })
        : inLanguage(field.title, language),
    description: help === '' ? undefined : inLanguage(help, language),
  };
}
