import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useAct } from '../../parts/use-act.ts';

const FORMATS = ['text', 'csv', 'json'] as const;

/** The list as a file. */
export function ExportButtons(props: { readonly listId: string }) {
  const { t } = useTranslation('rules');
  const client = useClient();
  const act = useAct();
  const fetchFile = async (format: (typeof FORMATS)[number]) => {
    const answer = await act.run(() => client.rules.lists.export({ listId: props.listId, format }));
    if (answer.ok) saveFile(answer.value);
  };
  return (
    <>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={act.busy} data-testid="list-export">
            {t('export.title')} ↓
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => void fetchFile(format)}>
              {t(`export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
