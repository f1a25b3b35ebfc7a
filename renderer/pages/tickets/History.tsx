import { Button, Drawer } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldChange } from '../../../shared/domain/ticket-history.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLoad } from '../parts/use-load.ts';
import { fieldName, valueName } from './history-words.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** Every change of the ticket: who, when, from, to. */
export function History(props: {
  readonly ticketId: string;
  readonly version: number;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const now = useNow(30_000);
  const [limit, setLimit] = useState(100);
  const { ticketId, version } = props;
  const loaded = useLoad(`history-${ticketId}-${version}-${limit}`, (signal) =>
    client.tickets.history({ ticketId, limit }, { signal }),
  );
  const rows = loaded.value?.rows ?? [];
  return (
    <Drawer opened onClose={props.close} title={t('history.title')} position="right" size={460}>
      {loaded.fault === undefined ? null : <FaultNotice fault={loaded.fault} retry={loaded.reload} />}
      {loaded.loading ? <Loading /> : null}
      {!loaded.loading && rows.length === 0 ? <p className={classes.meta}>{t('history.none')}</p> : null}
      <ol className={work.history} data-testid="ticket-history-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <time>{momentText(row.at, now)}</time> <b>{row.by.name}</b>
            <ul>
              {row.changes.map((change) => (
                <li key={change.field}>
                  <Change change={change} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {loaded.value?.cursor === undefined || limit >= 500 ? null : (
        <Button variant="subtle" onClick={() => setLimit(500)}>
          {t('more')}
        </Button>
      )}
    </Drawer>
  );
}

function Change(props: { readonly change: FieldChange }) {
  const { t } = useTranslation('tickets');
  const { field, from, to } = props.change;
  const words = t as TFunction;
  return (
    <>
      {fieldName(field, words)}：
      {from === undefined ? null : (
        <>
          <del>
            <HostileText text={valueName(from, words)} />
          </del>{' '}
          →{' '}
        </>
      )}
      <ins>
        <HostileText text={to === undefined ? t('history.empty') : valueName(to, words)} />
      </ins>
    </>
  );
}
