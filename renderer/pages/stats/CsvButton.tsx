import { Button } from '@mantine/core';
import { useClient, useMember } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';

/** The rows as CSV, for a spreadsheet. */
export function CsvButton(props: {
  readonly query: {
    readonly from: number;
    readonly to: number;
    readonly timeZone: string;
    readonly roomId?: string;
  };
}) {
  const client = useClient();
  const isBoss = useMember()?.roles.includes('supervisor') ?? false;
  const act = useAct();
  if (!isBoss) return null;
  const fetchCsv = async () => {
    const answer = await act.run(() => client.support.stats.csv(props.query));
    if (!answer.ok) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([answer.value.csv], { type: 'text/csv' }));
    link.download = answer.value.name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <Button
        variant="default"
        size="compact-sm"
        loading={act.busy}
        onClick={() => void fetchCsv()}
        data-testid="stats-csv"
      >
        CSV ↓
      </Button>
    </>
  );
}
