import { RoomSchema } from '../../shared/domain/room.ts';

/** The scheme other programs open us by. */
export const LINK_SCHEME = 'changkong';

/** The page's route for `changkong://room/<id>`; null for everything else. Links are hostile input. */
export function routeOfLink(link: string): string | null {
  if (link.length > 200 || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== `${LINK_SCHEME}:` || url.host !== 'room') return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const id = RoomSchema.shape.id.safeParse(url.pathname.replace(/^\/|\/$/g, ''));
  return id.success ? routeOfRoom(id.data) : null;
}

/** The workbench opened on a room. */
export function routeOfRoom(roomId: string): string {
  return `/room/${encodeURIComponent(roomId)}`;
}

/** The first link among the arguments a second instance was started with. */
export function linkAmong(args: readonly string[]): string | null {
  return args.find((arg) => arg.startsWith(`${LINK_SCHEME}://`)) ?? null;
}
