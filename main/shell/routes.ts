import type { WindowKind } from '../../shared/api/desktop.ts';
import { exhaustive } from '../../shared/domain/result.ts';
import { routeOfRoom } from './deep-link.ts';

/** What a window shows. */
export interface Showing {
  readonly window: 'workbench' | WindowKind;
  readonly roomId?: string | undefined;
}

/** The page's route for it, beginning with `/`. */
export function routeOf({ window, roomId }: Showing): string {
  const id = encodeURIComponent(roomId ?? '');
  switch (window) {
    case 'workbench':
      return roomId === undefined ? '/' : routeOfRoom(roomId);
    case 'supervisor':
      return '/supervisor';
    case 'streamer':
      return `/streamer/${id}`;
    case 'review':
      return roomId === undefined ? '/review' : `/review?room=${id}`;
    default:
      return exhaustive(window);
  }
}
