import { useTranslation } from 'react-i18next';
import common from './common.module.css';
import { useFieldError, useRuleForm } from './form.tsx';
import { GroupBox } from './GroupBox.tsx';
import { opened } from './logic/tree.ts';
import classes from './tree.module.css';

/** When the rule holds: conditions inside conditions, each a row that can be changed, moved, denied. */
export function ConditionTree() {
  const { t } = useTranslation('rules');
  const { draft } = useRuleForm();
  const error = useFieldError();
  return (
    <section className={classes.tree} aria-label={t('tree.title')}>
      <GroupBox group={opened(draft.when)} path={[]} outer={[]} />
      {error('when') === undefined ? null : (
        <p className={common.error} role="alert">
          {error('when')}
        </p>
      )}
    </section>
  );
}
