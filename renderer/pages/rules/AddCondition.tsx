import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../shared/rules/condition.ts';
import common from './common.module.css';
import { useRuleForm } from './form.tsx';
import { blankMatcher, MATCHER_GROUPS } from './logic/matchers.ts';
import { addAt, type Path } from './logic/tree.ts';
import classes from './tree.module.css';

/** Adds one of the closed set of matchers, or a combination, to the combination at a place. */
export function AddCondition(props: { readonly path: Path }) {
  const { t } = useTranslation('rules');
  const { draft, set } = useRuleForm();
  const add = (child: Condition) => set({ when: addAt(draft.when, props.path, child) });
  const offset = -new Date().getTimezoneOffset();
  return (
    <Menu position="right-start" width={300} shadow="md">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" className={common.add ?? ''} data-testid="add-condition">
          ＋ {t('tree.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {Object.entries(MATCHER_GROUPS).map(([group, kinds]) => (
          <div key={group}>
            <Menu.Label>{t(`menu.${group}`)}</Menu.Label>
            {kinds.map((kind) => (
              <Menu.Item
                key={kind}
                onClick={() => add(blankMatcher(kind, offset))}
                data-testid={`add-${kind}`}
              >
                {t(`matcher.${kind}.name`)}
                <small>{t(`matcher.${kind}.means`)}</small>
              </Menu.Item>
            ))}
          </div>
        ))}
        <Menu.Label>{t('menu.group')}</Menu.Label>
        <Menu.Item onClick={() => add({ kind: 'any', of: [] })} data-testid="add-group">
          {t('tree.addGroup')}
          <small>{t('tree.addGroupMeans')}</small>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
