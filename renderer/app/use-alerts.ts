import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '../../shared/domain/flag.ts';
import { freshSevere } from '../logic/alerts.ts';
import { isQuiet } from '../state/preferences.ts';
import { desktopBridge } from '../transport/bridge.ts';
import { categoryName } from '../ui/category.ts';
import { beep } from './beep.ts';
import { navigate } from './navigation.ts';
import { useDesk, usePreferences } from './services.tsx';

/** Sounds and announces severe flags as they come, except in quiet hours. */
export function useAlerts(): void {
  const { t } = useTranslation('workbench');
  const [preferences] = usePreferences();
  const flags = useDesk((desk) => (desk.position === undefined ? null : desk.flags));
  const rooms = useDesk((desk) => desk.rooms);
  const before = useRef<ReadonlyMap<string, Flag> | null>(null);
  useEffect(() => {
    if (flags === null) return;
    const fresh = freshSevere(before.current, flags);
    before.current = flags;
    const now = new Date();
    if (fresh.length === 0 || isQuiet(preferences.quiet, now.getHours() * 60 + now.getMinutes())) return;
    if (preferences.sound) beep();
    if (!preferences.notify) return;
    for (const flag of fresh) {
      const name = rooms.get(flag.roomId)?.room.name ?? '';
      const title = `${categoryName(t, flag.category)} · ${name}`;
      const who = flag.person?.name ?? t('raid.accounts', { n: flag.memberCount });
      announce(title, `${who}: ${flag.evidence.at(-1)?.text ?? ''}`.slice(0, 400), flag.roomId);
    }
  }, [flags, rooms, preferences, t]);
}

function announce(title: string, body: string, roomId: string): void {
  const bridge = desktopBridge();
  if (bridge !== undefined) {
    void bridge.notify({ title: title.slice(0, 120), body, roomId, urgent: true });
    return;
  }
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  const notice = new Notification(title, { body, tag: `room-${roomId}` });
  notice.addEventListener('click', () => {
    window.focus();
    navigate({ kind: 'workbench', roomId });
    notice.close();
  });
}
