import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRuleForm } from './form.tsx';
import { dissolveAt, moveAt, negateAt, type Path, removeAt, wrapAt } from './logic/tree.ts';
import classes from './tree.module.css';

/** What can be done with a condition as a whole; `outer` is the place of the "not" around it, or its own. */
export function NodeTools(props: { readonly path: Path; readonly outer: Path; readonly isGroup?: boolean }) {
  const { t } = useTranslation('rules');
  const { draft, set, locked } = useRuleForm();
  const { outer } = props;
  const { when } = draft;
  if (locked) return null;
  return (
    <span className={classes.tools}>
      <button
        type="button"
        className={classes.toggle}
        aria-pressed={props.path.length !== outer.length}
        onClick={() => set({ when: negateAt(when, outer) })}
        title={t('tree.notMeans')}
        data-testid="condition-not"
      >
        {t('tree.not')}
      </button>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('tree.more')}>
            ⋯
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => set({ when: moveAt(when, outer, -1) })}>{t('tree.up')}</Menu.Item>
          <Menu.Item onClick={() => set({ when: moveAt(when, outer, 1) })}>{t('tree.down')}</Menu.Item>
          <Menu.Item onClick={() => set({ when: wrapAt(when, outer, 'any') })}>{t('tree.wrap')}</Menu.Item>
          {props.isGroup === true ? (
            <Menu.Item onClick={() => set({ when: dissolveAt(when, outer) })}>{t('tree.dissolve')}</Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('tree.remove')}
        title={t('tree.remove')}
        onClick={() => set({ when: removeAt(when, outer) })}
        data-testid="condition-remove"
      >
        ×
      </ActionIcon>
    </span>
  );
}
