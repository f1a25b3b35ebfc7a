import { exhaustive } from '../../shared/domain/result.ts';

/** Where in the console one is; kept in the address after `#`. */
export type Route =
  | { readonly kind: 'workbench'; readonly roomId?: string | undefined }
  | { readonly kind: 'supervisor' }
  | { readonly kind: 'streamer'; readonly roomId: string }
  | { readonly kind: 'review'; readonly query: Query }
  | { readonly kind: 'tickets'; readonly ticketId?: string | undefined }
  | { readonly kind: 'settings'; readonly section?: string | undefined }
  /** `place` is a conversation, or `knowledge`, `questions`, `setup`. */
  | { readonly kind: 'support'; readonly place?: string | undefined }
  | { readonly kind: 'stats' }
  /** `place` is a rule's id, `new`, or `lists`; `item` is a list's id. */
  | { readonly kind: 'rules'; readonly place?: string | undefined; readonly item?: string | undefined }
  | { readonly kind: 'learning'; readonly roomId?: string | undefined }
  | { readonly kind: 'pair'; readonly token: string };

/** What to open on a page: `room`, `from`, `to`, `text`, `person`, … */
export type Query = Readonly<Record<string, string>>;

/** Reads an address; what it does not know is the workbench. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [head, rest, last] = path.split('/', 3).map(decode);
  const query = Object.fromEntries(new URLSearchParams(search));
  switch (head) {
    case 'room':
      return rest ? { kind: 'workbench', roomId: rest } : { kind: 'workbench' };
    case 'supervisor':
      return { kind: 'supervisor' };
    case 'streamer':
      return { kind: 'streamer', roomId: rest ?? '' };
    case 'review':
      return { kind: 'review', query };
    case 'tickets':
      return rest ? { kind: 'tickets', ticketId: rest } : { kind: 'tickets' };
    case 'settings':
      return rest ? { kind: 'settings', section: rest } : { kind: 'settings' };
    case 'support':
      return rest ? { kind: 'support', place: rest } : { kind: 'support' };
    case 'stats':
      return { kind: 'stats' };
    case 'rules':
      if (!rest) return { kind: 'rules' };
      return last ? { kind: 'rules', place: rest, item: last } : { kind: 'rules', place: rest };
    case 'learning':
      return rest ? { kind: 'learning', roomId: rest } : { kind: 'learning' };
    case 'pair':
      return { kind: 'pair', token: rest ?? '' };
    default:
      return { kind: 'workbench' };
  }
}

/** The address of a place, beginning with `#/`. */
export function formatRoute(route: Route): string {
  switch (route.kind) {
    case 'workbench':
      return route.roomId === undefined ? '#/' : `#/room/${encodeURIComponent(route.roomId)}`;
    case 'supervisor':
      return '#/supervisor';
    case 'streamer':
      return `#/streamer/${encodeURIComponent(route.roomId)}`;
    case 'review': {
      const search = new URLSearchParams(route.query).toString();
      return search === '' ? '#/review' : `#/review?${search}`;
    }
    case 'tickets':
      return route.ticketId === undefined ? '#/tickets' : `#/tickets/${encodeURIComponent(route.ticketId)}`;
    case 'settings':
      return route.section === undefined ? '#/settings' : `#/settings/${encodeURIComponent(route.section)}`;
    case 'support':
      return route.place === undefined ? '#/support' : `#/support/${encodeURIComponent(route.place)}`;
    case 'stats':
      return '#/stats';
    case 'rules': {
      const parts = [route.place, route.item].filter((part) => part !== undefined).map(encodeURIComponent);
      return ['#/rules', ...parts].join('/');
    }
    case 'learning':
      return route.roomId === undefined ? '#/learning' : `#/learning/${encodeURIComponent(route.roomId)}`;
    case 'pair':
      return `#/pair/${encodeURIComponent(route.token)}`;
    default:
      return exhaustive(route);
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
