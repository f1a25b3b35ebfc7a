import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomView } from '../../../shared/api/views.ts';
import { useRoute } from '../../app/navigation.ts';
import { useDesk, useServices } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { WorkbenchProvider } from './context.tsx';
import { EmergencyBanner } from './EmergencyBanner.tsx';
import { Help } from './Help.tsx';
import { HistoryDrawer } from './HistoryDrawer.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import { LivePane } from './LivePane.tsx';
import { Overview } from './Overview.tsx';
import { PersonPane } from './PersonPane.tsx';
import panes from './panes.module.css';
import { QueuePane } from './QueuePane.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { RoomPicker } from './RoomPicker.tsx';
import { Strip } from './Strip.tsx';
import { UndoReportDialog } from './UndoReport.tsx';
import { useCommands } from './use-commands.tsx';
import { useKeys } from './use-keys.ts';

/** The home of a controller: flags, the room, the person, and what was done. */
export function WorkbenchPage() {
  const { t } = useTranslation('workbench');
  const route = useRoute();
  const rooms = useDesk((desk) => desk.rooms);
  const loaded = useDesk((desk) => desk.position !== undefined);
  const asked = route.kind === 'workbench' ? route.roomId : undefined;
  const only = rooms.size === 1 ? [...rooms.values()][0] : undefined;
  const room = asked === undefined ? only : rooms.get(asked);
  if (room !== undefined) return <Desk key="desk" room={room} />;
  if (asked !== undefined && loaded) return <EmptyState title={t('room.gone')} hint={t('room.goneHint')} />;
  return <Overview />;
}

function Desk(props: { readonly room: RoomView }) {
  const { t } = useTranslation('workbench');
  const commands = useCommands();
  const { workbench: model } = useServices();
  const { room } = props;
  const workbench = useMemo(() => ({ model, commands, room }), [model, commands, room]);
  useKeys(workbench, () => notifications.show({ message: t('told.nothingToUndo'), autoClose: 4_000 }));
  return (
    <WorkbenchProvider value={workbench}>
      <div className={panes.grid} data-testid="workbench" data-room-id={room.room.id}>
        <EmergencyBanner />
        <QueuePane />
        <LivePane key={room.room.id} />
        <PersonPane />
        <Strip />
      </div>
      <HoldDialog />
      <HistoryDrawer />
      <ReasonDialog />
      <UndoReportDialog />
      <RoomPicker />
      <Help />
    </WorkbenchProvider>
  );
}
