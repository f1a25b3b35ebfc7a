import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGENT_STATES, type AgentState } from '../../../shared/support/agent.ts';
import { useClient, useMember, useSupport } from '../../app/services.tsx';
import { useFaultText } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './support.module.css';

const SHAPE: Readonly<Record<AgentState, string>> = { online: '●', busy: '◐', break: '◇', offline: '○' };

/** Whether I take conversations, and how many of my places are taken. */
export function StateSwitch() {
  const { t } = useTranslation('support');
  const client = useClient();
  const me = useMember()?.id ?? '';
  const agent = useSupport((support) => support.agents.get(me));
  const taken = useSupport(
    (support) =>
      [...support.rows.values()].filter(
        (row) => row.conversation.agent?.id === me && row.conversation.state === 'active',
      ).length,
  );
  const act = useAct();
  const state = agent?.state ?? 'offline';
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button
          type="button"
          className={classes.state}
          data-state={state}
          aria-label={t('state.label')}
          data-testid="support-state"
        >
          <span aria-hidden="true">{SHAPE[state]}</span> {t(`state.${state}`)}
          {agent === undefined ? null : (
            <span className={classes.dim}>
              {taken}/{agent.capacity}
            </span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {AGENT_STATES.map((one) => (
          <Menu.Item
            key={one}
            onClick={() => void act.run(() => client.support.setState({ state: one }))}
            leftSection={<span aria-hidden="true">{SHAPE[one]}</span>}
            data-testid={`support-state-${one}`}
          >
            {t(`state.${one}`)}
            <div className={classes.faint}>{t(`stateHint.${one}`)}</div>
          </Menu.Item>
        ))}
        {act.fault === undefined ? null : <Failure fault={act.fault} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function Failure(props: { readonly fault: Parameters<typeof useFaultText>[0] }) {
  return <Menu.Label c="var(--high)">✕ {useFaultText(props.fault)}</Menu.Label>;
}
