import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../shared/support/views.ts';
import { freshForMe, isOfferedTo } from '../pages/support/lists.ts';
import { isQuiet } from '../state/preferences.ts';
import { beep } from './beep.ts';
import { navigate, useRoute } from './navigation.ts';
import { useMember, usePreferences, useSupport } from './services.tsx';

/** Sounds when a viewer of mine speaks or one is put before me, and says so where another page is open. */
export function useSupportAlerts(): void {
  const { t } = useTranslation('support');
  const [preferences] = usePreferences();
  const me = useMember()?.id ?? '';
  const route = useRoute();
  const rows = useSupport((support) => (support.position === undefined ? null : support.rows));
  const before = useRef<ReadonlyMap<string, QueueRow> | null>(null);
  const open = route.kind === 'support' && !document.hidden ? route.place : undefined;
  const away = route.kind !== 'support';
  useEffect(() => {
    if (rows === null) return;
    const fresh = freshForMe(before.current, rows, me).filter((one) => one.id !== open);
    before.current = rows;
    const now = new Date();
    if (fresh.length === 0 || isQuiet(preferences.quiet, now.getHours() * 60 + now.getMinutes())) return;
    if (preferences.sound) beep();
    if (!away) return;
    for (const one of fresh.slice(0, 3))
      notifications.show({
        id: `support-${one.id}`,
        title: t(isOfferedTo(one, me) ? 'alert.offer' : 'alert.said', { name: one.viewer.name }),
        message: rows.get(one.id)?.lastText.slice(0, 120) ?? '',
        onClick: () => navigate({ kind: 'support', place: one.id }),
        style: { cursor: 'pointer' },
      });
  }, [rows, me, open, away, preferences, t]);
}
