import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { useDesk, useMember, useServices } from '../../app/services.tsx';
import { isQuiet } from '../../state/preferences.ts';
import { desktopBridge } from '../../transport/bridge.ts';
import { freshEscalations } from './board.ts';

/** Tells a supervisor of each new escalation, on whatever page they are. Shows nothing itself. */
export function EscalationNotices() {
  const { t } = useTranslation('supervisor');
  const { preferences, desk } = useServices();
  const me = useMember();
  const escalations = useDesk((state) => state.escalations);
  const known = useDesk((state) => state.position !== undefined);
  const seen = useRef<Set<string> | null>(null);

  useEffect(() => {
    if (!known) return;
    const all = [...escalations.values()];
    const before = seen.current;
    seen.current = new Set(all.map((one) => one.id));
    if (before === null || me?.roles.includes('supervisor') !== true) return;
    const { notify, quiet } = preferences.getState();
    const date = new Date();
    if (!notify || isQuiet(quiet, date.getHours() * 60 + date.getMinutes())) return;
    const rooms = desk.store.getState().rooms;
    for (const one of freshEscalations(before, all, me.id)) {
      const room = rooms.get(one.roomId)?.room.name ?? '';
      show(one, t(one.urgent ? 'notify.urgentTitle' : 'notify.title', { room }));
    }
  }, [escalations, known, me, preferences, desk, t]);
  return null;
}

function show(escalation: Escalation, title: string): void {
  const body = escalation.summary.slice(0, 120);
  const bridge = desktopBridge();
  if (bridge !== undefined) {
    void bridge.notify({ title, body, roomId: escalation.roomId, urgent: escalation.urgent });
    return;
  }
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  const notice = new Notification(title, { body, tag: escalation.id });
  notice.onclick = () => {
    window.focus();
    window.location.hash = '#/supervisor';
  };
}
