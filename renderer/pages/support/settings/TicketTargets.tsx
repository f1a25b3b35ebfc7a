import { NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TARGETS } from '../../../../shared/domain/ticket.ts';
import { type TargetPolicy, TICKET_PRIORITIES } from '../../../../shared/domain/ticket-desk.ts';
import { Count } from './Count.tsx';
import classes from './setup.module.css';

/** How soon each step is due, by priority, in minutes of open time. */
export function TicketTargets(props: {
  readonly title: string;
  readonly policy: TargetPolicy;
  readonly change: (policy: TargetPolicy) => void;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('support');
  const { policy, change, locked } = props;
  return (
    <fieldset className={classes.box} disabled={locked}>
      <legend>{props.title}</legend>
      <table className={classes.table}>
        <thead>
          <tr>
            <th />
            {TARGETS.map((name) => (
              <th key={name}>{t(`setup.tickets.times.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TICKET_PRIORITIES.toReversed().map((priority) => (
            <tr key={priority}>
              <th scope="row">{t(`common:priority.${priority}`)}</th>
              {TARGETS.map((name) => (
                <td key={name}>
                  <NumberInput
                    size="xs"
                    w={96}
                    aria-label={`${t(`common:priority.${priority}`)} ${t(`setup.tickets.times.${name}`)}`}
                    value={Number.isNaN(policy.times[priority][name]) ? '' : policy.times[priority][name]}
                    min={0}
                    max={86_400}
                    allowDecimal={false}
                    allowNegative={false}
                    onChange={(minutes) =>
                      change({
                        ...policy,
                        times: {
                          ...policy.times,
                          [priority]: {
                            ...policy.times[priority],
                            [name]: typeof minutes === 'number' ? minutes : Number.NaN,
                          },
                        },
                      })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.pairs}>
        <Count
          label={t('setup.tickets.warn')}
          unit="%"
          value={policy.warnPercent}
          change={(warnPercent) => change({ ...policy, warnPercent })}
          min={1}
          max={99}
          locked={locked}
        />
        <Switch
          label={t('setup.tickets.pause')}
          checked={policy.pauseWhilePending}
          onChange={(event) => change({ ...policy, pauseWhilePending: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}
