import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/navigation.ts';
import { useModel, useWorkbench } from './context.tsx';
import { Overview } from './Overview.tsx';

/** The overview over the workbench: `g`, then the number of a room. */
export function RoomPicker() {
  const { t } = useTranslation('workbench');
  const { model, room } = useWorkbench();
  const open = useModel((state) => state.mode === 'rooms');
  const route = useRoute();
  if (!open || (route.kind === 'workbench' && route.roomId === undefined)) return null;
  return (
    <Modal
      opened
      onClose={() => model.setState({ mode: 'normal' })}
      size={1000}
      trapFocus={false}
      title={<b>{t('overview.title')}</b>}
    >
      <Overview overlay here={room.room.id} />
    </Modal>
  );
}
