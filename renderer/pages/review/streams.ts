import type { Stream } from '../../../shared/domain/room.ts';
import type { Query } from '../../app/routes.ts';

/** The sitting the address asks for: by its id, or the one of a room at a moment. */
export function streamAsked(streams: readonly Stream[], query: Query): Stream | undefined {
  if (query.stream !== undefined) return streams.find((stream) => stream.id === query.stream);
  if (query.room === undefined) return undefined;
  const ofRoom = streams
    .filter((stream) => stream.roomId === query.room)
    .toSorted((a, b) => b.startedAt - a.startedAt);
  const at = Number(query.at ?? query.from);
  if (!Number.isFinite(at)) return ofRoom[0];
  return (
    ofRoom.find((stream) => stream.startedAt <= at && at <= (stream.endedAt ?? Number.POSITIVE_INFINITY)) ??
    ofRoom[0]
  );
}

/** The moment the address asks for, epoch ms. */
export function momentAsked(query: Query): number | undefined {
  const at = Number(query.at ?? query.from);
  return Number.isFinite(at) && at > 0 ? at : undefined;
}

/** The stretch of time around a moment that is drawn: `spanMs` wide, inside the sitting; null draws all. */
export function viewAround(
  at: number,
  spanMs: number | null,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  if (spanMs === null || spanMs >= to - from) return { from, to };
  const start = Math.min(Math.max(from, at - spanMs / 2), to - spanMs);
  return { from: Math.round(start), to: Math.round(start + spanMs) };
}

/** A file name from a room's name and a day, without what file systems refuse. */
export function csvName(roomName: string, day: string): string {
  const room = roomName
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, '-')
    .slice(0, 60);
  return `${[room.replace(/^[-.]+|[-.]+$/g, ''), day].filter((part) => part !== '').join('-')}.csv`;
}
