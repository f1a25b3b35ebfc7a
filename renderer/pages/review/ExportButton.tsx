import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../app/services.tsx';
import { dayText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { guardCsv } from './csv.ts';
import type { EventsQuery } from './query.ts';
import { csvName } from './streams.ts';

/** Saves what the filters show as a file a spreadsheet opens safely. */
export function ExportButton(props: { readonly query: EventsQuery; readonly roomName: string }) {
  const { t } = useTranslation('review');
  const client = useClient();
  const act = useAct();
  const save = async () => {
    const { limit: _limit, cursor: _cursor, ...query } = props.query;
    const answer = await act.run(() => client.review.csv({ ...query, order: 'oldest' }));
    if (!answer.ok) {
      notifications.show({
        title: t('csv.failed'),
        message: <FaultNotice fault={answer.fault} />,
        autoClose: false,
      });
      return;
    }
    const name = csvName(props.roomName, dayText(Number(query.from ?? 0)));
    download(name, guardCsv(answer.value.csv));
    const n = answer.value.rows.toLocaleString('en-US');
    notifications.show({
      message: answer.value.truncated ? t('csv.cut', { n }) : t('csv.done', { n, name }),
    });
  };
  return (
    <Button
      size="compact-xs"
      variant="default"
      onClick={() => void save()}
      loading={act.busy}
      data-testid="review-csv"
    >
      {t('csv.button')}
    </Button>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
