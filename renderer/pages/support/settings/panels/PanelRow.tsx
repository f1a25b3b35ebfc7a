import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Panel } from '../../../../../shared/support/config.ts';
import classes from './panels.module.css';

/** One panel: whether it stands there, what it shows, and its place among the others. */
export function PanelRow(props: {
  readonly panel: Panel;
  /** Null while it does not stand there. */
  readonly place: number | null;
  readonly count: number;
  readonly locked: boolean;
  readonly toggle: () => void;
  readonly move: (by: -1 | 1) => void;
}) {
  const { t } = useTranslation('support');
  const { panel, place, locked } = props;
  const name = t(`setup.panel.${panel}`);
  return (
    <li className={classes.row} data-on={place !== null} data-testid="panel-row" data-panel={panel}>
      <Switch
        size="xs"
        label={name}
        description={t(`setup.panels.holds.${panel}`)}
        checked={place !== null}
        disabled={locked}
        onChange={props.toggle}
      />
      {place === null ? null : (
        <span className={classes.moves}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('setup.rules.up', { name })}
            title={t('setup.rules.up', { name })}
            disabled={locked || place === 0}
            onClick={() => props.move(-1)}
            data-testid={`panel-up-${panel}`}
          >
            ↑
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('setup.rules.down', { name })}
            title={t('setup.rules.down', { name })}
            disabled={locked || place === props.count - 1}
            onClick={() => props.move(1)}
          >
            ↓
          </Button>
        </span>
      )}
    </li>
  );
}
