import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionTree } from './ConditionTree.tsx';
import common from './common.module.css';
import { DoesFields } from './DoesFields.tsx';
import { ExemptFields } from './ExemptFields.tsx';
import classes from './form.module.css';
import { RuleFields } from './RuleFields.tsx';

/** A rule as a form, from top to bottom as it is read: what, when, except, then. */
export function RuleForm() {
  const { t } = useTranslation('rules');
  return (
    <div className={classes.form}>
      <RuleFields />
      <Part title={t('part.when')} means={t('part.whenMeans')}>
        <ConditionTree />
      </Part>
      <Part title={t('part.exempt')}>
        <ExemptFields />
      </Part>
      <Part title={t('part.does')}>
        <DoesFields />
      </Part>
    </div>
  );
}

function Part(props: { readonly title: string; readonly means?: string; readonly children: ReactNode }) {
  return (
    <section className={common.part} aria-label={props.title}>
      <h2>
        {props.title}
        {props.means === undefined ? null : <span>{props.means}</span>}
      </h2>
      {props.children}
    </section>
  );
}
