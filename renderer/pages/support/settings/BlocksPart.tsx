import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Chips } from '../../parts/Chips.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useLoad } from '../../parts/use-load.ts';
import { BlockRow } from './BlockRow.tsx';
import { Doors } from './Doors.tsx';
import type { PartProps } from './part.ts';
import classes from './setup.module.css';

const STATES = ['in_force', 'appealed', 'over'] as const;
type State = (typeof STATES)[number];

/** Who may not write to the desk, their objections, and what the doors let in. */
export function BlocksPart(props: PartProps) {
  const { t } = useTranslation('support');
  const client = useClient();
  const [state, setState] = useState<State>('in_force');
  const blocks = useLoad(`blocks-${state}`, (signal) =>
    client.support.blocks.list({ state, limit: 500 }, { signal }),
  );
  const rows = blocks.value?.rows ?? [];
  return (
    <>
      <p className={classes.dim}>{t('blocks.lead')}</p>
      <Chips
        label={t('blocks.state')}
        value={state}
        choices={STATES.map((value) => ({ value, name: t(`blocks.${value}`) }))}
        change={setState}
        testId="blocks-state"
      />
      {blocks.fault === undefined ? null : <FaultNotice fault={blocks.fault} retry={blocks.reload} />}
      {blocks.loading && rows.length === 0 ? <Loading /> : null}
      {!blocks.loading && rows.length === 0 ? (
        <p className={classes.none}>
          <b>{t('blocks.empty')}</b> {t('blocks.emptyHint')}
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('blocks.who')}</th>
              <th>{t('blocks.reason')}</th>
              <th>{t('blocks.by')}</th>
              <th>{t('blocks.until')}</th>
              <th>{t('blocks.refused')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map((block) => (
              <BlockRow
                key={block.id}
                block={block}
                mayAnswer={props.setup.canChange}
                changed={blocks.reload}
              />
            ))}
          </tbody>
        </table>
      )}
      <Doors {...props} />
    </>
  );
}
