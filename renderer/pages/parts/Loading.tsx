import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './parts.module.css';

/** Says that something is being fetched. */
export function Loading(props: { readonly text?: string }) {
  const { t } = useTranslation();
  return (
    <p className={classes.loading} role="status">
      <Loader size={14} color="var(--dim)" />
      {props.text ?? t('loading')}
    </p>
  );
}
