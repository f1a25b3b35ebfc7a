import { useTranslation } from 'react-i18next';
import { DOOR_COUNTS } from '../../../../shared/support/doors.ts';
import { useClient, useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { useLoad } from '../../parts/use-load.ts';
import { Count } from './Count.tsx';
import type { PartProps } from './part.ts';
import { hasNaN, SetupForm } from './SetupForm.tsx';
import classes from './setup.module.css';

const LIMITS = [
  ['connectsPerMinute', 100_000],
  ['socketsPerAddress', 10_000],
  ['sessionsPerMinute', 100_000],
  ['messagesPerMinute', 600],
] as const;

/** What the viewers' doors let in and refused, and how much an address may ask. */
export function Doors({ setup, value }: PartProps) {
  const { t } = useTranslation('support');
  const client = useClient();
  const now = useNow(10_000);
  const doors = useLoad(`doors-${Math.floor(now / 10_000)}`, (signal) =>
    client.support.doors(undefined, { signal }),
  );
  return (
    <section className={classes.doors}>
      <h2>{t('doors.title')}</h2>
      {doors.fault === undefined ? null : <FaultNotice fault={doors.fault} retry={doors.reload} />}
      {doors.value === undefined ? null : (
        <>
          <p className={classes.dim}>
            {t('doors.lead', { time: momentText(doors.value.since, now) })}{' '}
            {t('doors.now', { sockets: doors.value.socketsNow, addresses: doors.value.addressesNow })}
          </p>
          <dl className={classes.counts} data-testid="doors">
            {DOOR_COUNTS.map((name) => (
              <div key={name}>
                <dt>{t(`doors.count.${name}`)}</dt>
                <dd>{doors.value?.counts[name] ?? 0}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <SetupForm setup={setup} initial={value.doors} patchOf={(next) => ({ doors: next })} bad={hasNaN}>
        {(draft, set, locked) => (
          <div className={classes.pairs}>
            {LIMITS.map(([name, max]) => (
              <Count
                key={name}
                label={t(`doors.${name}`)}
                unit=""
                value={draft[name]}
                change={(count) => set({ [name]: count })}
                min={1}
                max={max}
                locked={locked}
              />
            ))}
          </div>
        )}
      </SetupForm>
    </section>
  );
}
