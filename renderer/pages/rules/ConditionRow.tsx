import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../shared/rules/condition.ts';
import { useFieldError, useRuleForm } from './form.tsx';
import { GroupBox } from './GroupBox.tsx';
import { isGroup, type Path, pathText, replaceAt } from './logic/tree.ts';
import { MatcherFields } from './MatcherFields.tsx';
import { NodeTools } from './NodeTools.tsx';
import classes from './rules.module.css';

/** One condition of a combination: a matcher with its fields, or a combination of its own, perhaps denied. */
export function ConditionRow(props: { readonly node: Condition; readonly path: Path }) {
  const { t } = useTranslation('rules');
  const { draft, set } = useRuleForm();
  const error = useFieldError();
  const { path } = props;
  const denied = props.node.kind === 'not';
  const node = props.node.kind === 'not' ? props.node.of : props.node;
  const inner = denied ? [...path, 0] : path;
  const own = error(pathText(draft.when, inner));
  if (node.kind === 'not') return <ConditionRow node={node} path={inner} />;
  return (
    <div className={classes.condition} data-denied={denied} data-testid="condition" data-kind={node.kind}>
      {denied ? <span className={classes.not}>{t('tree.isNot')}</span> : null}
      {isGroup(node) ? (
        <GroupBox group={node} path={inner} outer={path} />
      ) : (
        <>
          <div className={classes.matcher}>
            <b title={t(`matcher.${node.kind}.means`)}>{t(`matcher.${node.kind}.name`)}</b>
            <MatcherFields
              matcher={node}
              at={pathText(draft.when, inner)}
              change={(next) => set({ when: replaceAt(draft.when, inner, next) })}
            />
          </div>
          <NodeTools path={inner} outer={path} />
        </>
      )}
      {own === undefined ? null : (
        <p className={classes.error} role="alert">
          {own}
        </p>
      )}
    </div>
  );
}
