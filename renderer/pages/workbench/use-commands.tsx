import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../shared/domain/fault.ts';
import { formatRoute } from '../../app/routes.ts';
import { useServices } from '../../app/services.tsx';
import { attempt } from '../../transport/attempt.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { type Commands, createCommands, type Told } from './commands.ts';
import panes from './panes.module.css';

const TOP_SUPPORTER_FEN = 100_000;

/** The workbench's commands over the page's services, with their failures shown as they happen. */
export function useCommands(): Commands {
  const { connection, desk, workbench } = useServices();
  const topSupporter = useRef(TOP_SUPPORTER_FEN);
  const tell = useRef<(what: Told) => void>(() => undefined);
  const { t } = useTranslation('workbench');
  tell.current = (what) => notifications.show({ message: <Words what={what} />, autoClose: 5_000 });
  useEffect(() => {
    void attempt(connection.client.settings.get()).then((answer) => {
      if (answer.ok) topSupporter.current = answer.value.topSupporterFen;
    });
  }, [connection]);
  return useMemo(
    () =>
      createCommands({
        client: connection.client,
        desk,
        model: workbench,
        newId: () => crypto.randomUUID(),
        topSupporterFen: () => topSupporter.current,
        failed: showFault,
        told: (what) => tell.current(what),
      }),
    [connection, desk, workbench],
  );

  function Words(props: { readonly what: Told }) {
    const { what } = props;
    switch (what.kind) {
      case 'ticket':
        return (
          <span data-testid="told-ticket">
            ✓ {t('told.ticket', { n: what.number })}{' '}
            <a className={panes.link} href={formatRoute({ kind: 'tickets', ticketId: what.ticketId })}>
              {t('told.openTicket')}
            </a>
          </span>
        );
      case 'escalated':
        return <span data-testid="told-escalated">✓ {t('told.escalated')}</span>;
      case 'left_out':
        return (
          <span>{t('told.leftOut', { n: what.names.length, names: what.names.slice(0, 5).join('、') })}</span>
        );
      case 'undone':
        return (
          <span data-testid="told-undone">
            ✓ {t('told.undone', { n: what.lines.length })}{' '}
            <button
              type="button"
              className={panes.link}
              onClick={() => workbench.setState({ undoReport: { lines: what.lines } })}
            >
              {t('told.each')}
            </button>
          </span>
        );
    }
  }
}

function showFault(fault: Fault, retry: () => void): void {
  const id = crypto.randomUUID();
  const close = () => notifications.hide(id);
  notifications.show({
    id,
    autoClose: 20_000,
    withCloseButton: false,
    message: (
      <FaultNotice
        fault={fault}
        retry={() => {
          close();
          retry();
        }}
        dismiss={close}
      />
    ),
  });
}
