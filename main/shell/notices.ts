import { Notification } from 'electron';
import type { DesktopNotification } from '../../shared/api/desktop.ts';
import { visible } from './notice-text.ts';

const MOST_SHOWN = 20;

/** Shows system notifications; a click opens the room. Says false where the system shows none. */
export function createNotices(icon: string, open: (roomId: string | undefined) => void) {
  // Kept until closed: a collected notification does not hear its click.
  const shown = new Set<Notification>();
  return (notice: DesktopNotification): boolean => {
    if (!Notification.isSupported()) return false;
    const notification = new Notification({
      title: visible(notice.title),
      body: visible(notice.body),
      icon,
      ...(notice.urgent === true ? { urgency: 'critical', timeoutType: 'never' } : {}),
    });
    const [oldest] = shown;
    if (shown.size >= MOST_SHOWN && oldest !== undefined) {
      oldest.close();
      shown.delete(oldest);
    }
    shown.add(notification);
    notification.on('click', () => open(notice.roomId));
    notification.on('close', () => shown.delete(notification));
    notification.on('failed', () => shown.delete(notification));
    notification.show();
    return true;
  };
}
