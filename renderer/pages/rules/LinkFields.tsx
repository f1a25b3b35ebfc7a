import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './common.module.css';
import type { FieldsProps } from './fields.ts';
import { useFieldError, useRuleForm } from './form.tsx';
import { wordsOf } from './logic/words-text.ts';
import { useTyped } from './use-typed.ts';

/** A link to anywhere but the hosts that are no trouble. */
export function LinkFields(props: FieldsProps<'link'>) {
  const { t } = useTranslation('rules');
  const { locked } = useRuleForm();
  const error = useFieldError();
  const { matcher, at, change } = props;
  const [typed, type] = useTyped(matcher.allowedHosts ?? [], wordsOf);
  return (
    <Textarea
      className={classes.grow ?? ''}
      aria-label={t('link.allowed')}
      placeholder={t('link.hint')}
      value={typed}
      onChange={(event) => {
        const hosts = type(event.currentTarget.value);
        change(hosts.length === 0 ? { kind: 'link' } : { kind: 'link', allowedHosts: hosts });
      }}
      error={error(`${at}.allowedHosts`, true)}
      autosize
      minRows={1}
      maxRows={6}
      disabled={locked}
    />
  );
}
