import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../shared/rules/condition.ts';
import { RULE_LIMITS } from '../../../shared/rules/limits.ts';
import { AddCondition } from './AddCondition.tsx';
import { AnswerMark } from './AnswerMark.tsx';
import common from './common.module.css';
import { useFieldError, useRuleForm } from './form.tsx';
import {
  type Group,
  type GroupKind,
  isGroup,
  type Path,
  pathText,
  regroupAt,
  replaceAt,
} from './logic/tree.ts';
import { MatcherFields } from './MatcherFields.tsx';
import { NodeTools } from './NodeTools.tsx';
import { Num } from './Num.tsx';
import classes from './tree.module.css';

const KINDS = ['all', 'any', 'at_least'] as const satisfies readonly GroupKind[];

/** A combination with its conditions; `outer` is the place of the "not" around it, or its own. */
export function GroupBox(props: { readonly group: Group; readonly path: Path; readonly outer: Path }) {
  const { t } = useTranslation('rules');
  const form = useRuleForm();
  const error = useFieldError();
  const { group, path, outer } = props;
  const { draft, set, locked } = form;
  const name = t(`group.${group.kind}`);
  return (
    <fieldset
      className={classes.group}
      data-kind={group.kind}
      data-depth={Math.min(path.length, 3)}
      aria-label={name}
    >
      <div className={classes.groupHead}>
        <Select
          aria-label={t('group.label')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`group.${kind}`) }))}
          value={group.kind}
          onChange={(kind) => {
            if (kind !== null) set({ when: regroupAt(draft.when, path, kind) });
          }}
          allowDeselect={false}
          disabled={locked}
          w={176}
          data-testid="group-kind"
        />
        {group.kind === 'at_least' ? (
          <Num
            label={t('group.n')}
            value={group.n}
            change={(n) => set({ when: replaceAt(draft.when, path, { ...group, n }) })}
            min={1}
            max={group.of.length}
            unit={t('unit.items')}
            error={error(`${pathText(draft.when, path)}.n`)}
            disabled={locked}
          />
        ) : null}
        <AnswerMark at={pathText(draft.when, outer)} />
        <span className={common.push} />
        {outer.length === 0 ? null : <NodeTools path={path} outer={outer} isGroup />}
      </div>
      <ol className={classes.children}>
        {group.of.map((child, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity than their place
          <li key={index}>
            <ConditionRow node={child} path={[...path, index]} />
          </li>
        ))}
      </ol>
      {group.of.length === 0 ? <p className={common.dim}>{t('group.empty')}</p> : null}
      {locked || group.of.length >= RULE_LIMITS.children ? null : <AddCondition path={path} />}
    </fieldset>
  );
}

/** One condition of a combination: a matcher with its fields, or a combination of its own, perhaps denied. */
function ConditionRow(props: { readonly node: Condition; readonly path: Path }) {
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
            <b title={t(`matcher.${node.kind}.means`)}>
              <AnswerMark at={pathText(draft.when, path)} />
              {t(`matcher.${node.kind}.name`)}
            </b>
            <div className={classes.fields}>
              <MatcherFields
                matcher={node}
                at={pathText(draft.when, inner)}
                change={(next) => set({ when: replaceAt(draft.when, inner, next) })}
              />
            </div>
          </div>
          <NodeTools path={inner} outer={path} />
        </>
      )}
      {own === undefined ? null : (
        <p className={`${common.error} ${classes.own}`} role="alert">
          {own}
        </p>
      )}
    </div>
  );
}
