import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useClient, useMember } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import type { TicketFilter } from './ticket-list.ts';

/** What is filtered, as a file. */
export function ExportMenu(props: { readonly filter: TicketFilter }) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const may = useMember()?.roles.some((role) => role === 'controller' || role === 'supervisor') ?? false;
  const act = useAct();
  if (!may) return null;
  const { department, roomId, state, type, text } = props.filter;
  const save = async (format: 'csv' | 'json') => {
    const answer = await act.run(() =>
      client.tickets.export({
        format,
        ...(department === '' ? {} : { department }),
        ...(roomId === '' ? {} : { roomId }),
        ...(type === '' ? {} : { type }),
        ...(text.trim() === '' ? {} : { text: text.trim() }),
        ...(state === 'unfinished' ? { stage: 'unfinished' as const } : state === 'all' ? {} : { state }),
      }),
    );
    if (!answer.ok) return;
    const { name, mime, text: body, truncated, rows } = answer.value;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(format === 'csv' ? ['\ufeff', body] : [body], { type: mime }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    if (truncated) notifications.show({ message: t('export.cut', { n: rows }) });
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button size="compact-xs" variant="default" loading={act.busy} data-testid="ticket-export">
            CSV ↓
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('csv')}>{t('export.csv')}</Menu.Item>
          <Menu.Item onClick={() => void save('json')}>{t('export.json')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </>
  );
}
