import { MultiSelect, NumberInput, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../../../shared/support/agent.ts';
import { CHANNELS, type Channel, type ChannelLimits } from '../../../../shared/support/channel.ts';
import { useClient, useSupport } from '../../../app/services.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { useAct } from '../../parts/use-act.ts';
import type { PartProps } from './part.ts';
import classes from './setup.module.css';

/** Agents: how many conversations at once, which groups, which skills. Saved as it is changed. */
export function AgentsPart({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const client = useClient();
  const agents = useSupport((support) => support.agents);
  const act = useAct();
  const save = (
    agent: Agent,
    change: Partial<Pick<Agent, 'capacity' | 'groups' | 'skills' | 'languages' | 'channels'>>,
  ) => {
    const { id, groups, skills, capacity, languages, channels } = { ...agent, ...change };
    void act.run(() =>
      client.support.saveAgent({
        id,
        capacity,
        groups: [...groups],
        skills: [...skills],
        languages: [...languages],
        ...(channels === undefined ? {} : { channels }),
      }),
    );
  };
  const groups = value.groups.map((group) => ({ value: group.id, label: group.name }));
  if (agents.size === 0)
    return <EmptyState title={t('setup.agent.empty')} hint={t('setup.agent.emptyHint')} />;
  return (
    <>
      <p className={classes.dim}>{t('setup.agent.lead')}</p>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <table className={classes.table}>
        <thead>
          <tr>
            <th />
            <th>{t('setup.agent.capacity')}</th>
            <th>{t('setup.agent.channels')}</th>
            <th>{t('setup.agent.groups')}</th>
            <th>{t('setup.agent.skills')}</th>
            <th>{t('setup.agent.languages')}</th>
          </tr>
        </thead>
        <tbody>
          {[...agents.values()].map((agent) => (
            <tr key={agent.id}>
              <th scope="row">
                {agent.name}
                <span className={classes.dim}>{t(`state.${agent.state}`)}</span>
              </th>
              <td>
                <NumberInput
                  value={agent.capacity}
                  min={1}
                  max={50}
                  allowDecimal={false}
                  clampBehavior="strict"
                  w={76}
                  disabled={!setup.canChange}
                  aria-label={t('setup.agent.capacity')}
                  onChange={(capacity) => {
                    if (typeof capacity === 'number' && capacity !== agent.capacity)
                      save(agent, { capacity });
                  }}
                />
              </td>
              <td>
                <div className={classes.channels}>
                  {CHANNELS.map((channel) => (
                    <NumberInput
                      key={channel}
                      size="xs"
                      label={t(`setup.agent.channel.${channel}`)}
                      value={agent.channels?.[channel] ?? ''}
                      placeholder={t('setup.agent.noLimit')}
                      min={0}
                      max={50}
                      allowDecimal={false}
                      allowNegative={false}
                      hideControls
                      w={56}
                      disabled={!setup.canChange}
                      onChange={(most) => {
                        if (most === agent.channels?.[channel]) return;
                        save(agent, { channels: withLimit(agent.channels, channel, most) });
                      }}
                    />
                  ))}
                </div>
              </td>
              <td>
                <MultiSelect
                  size="xs"
                  data={groups}
                  value={[...agent.groups]}
                  disabled={!setup.canChange}
                  aria-label={t('setup.agent.groups')}
                  onChange={(next) => save(agent, { groups: next })}
                />
              </td>
              <td>
                <TagsInput
                  size="xs"
                  value={[...agent.skills]}
                  maxTags={40}
                  disabled={!setup.canChange}
                  aria-label={t('setup.agent.skills')}
                  onChange={(skills) => save(agent, { skills: skills.map((skill) => skill.slice(0, 40)) })}
                />
              </td>
              <td>
                <MultiSelect
                  size="xs"
                  data={[
                    { value: 'zh', label: t('viewer.language.zh') },
                    { value: 'en', label: t('viewer.language.en') },
                  ]}
                  value={[...agent.languages]}
                  disabled={!setup.canChange}
                  aria-label={t('setup.agent.languages')}
                  onChange={(next) =>
                    save(agent, {
                      languages: next.flatMap((one) => (one === 'zh' || one === 'en' ? [one] : [])),
                    })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** An empty field is no limit of its own. */
function withLimit(
  before: ChannelLimits | undefined,
  channel: Channel,
  most: number | string,
): ChannelLimits {
  const { [channel]: _, ...others } = before ?? {};
  return typeof most === 'number' ? { ...others, [channel]: most } : others;
}
