import { describe, expect, it } from 'vitest';
import type { Stream } from '../../../shared/domain/room.ts';
import { csvName, momentAsked, streamAsked, viewAround } from './streams.ts';

const stream = (id: string, roomId: string, startedAt: number, endedAt?: number): Stream => ({
  id,
  roomId,
  roomName: roomId,
  startedAt,
  events: 1,
  ...(endedAt === undefined ? {} : { endedAt }),
});
const all = [stream('now', 'r', 500), stream('old', 'r', 100, 200), stream('other', 's', 100, 900)];

describe('what the address asks for', () => {
  it.each([
    [{}, undefined, undefined],
    [{ stream: 'old' }, 'old', undefined],
    [{ stream: 'gone', room: 'r' }, undefined, undefined],
    [{ room: 'r' }, 'now', undefined],
    [{ room: 'r', at: '150' }, 'old', 150],
    [{ room: 'r', at: '99999' }, 'now', 99_999],
    [{ room: 'r', at: '300' }, 'now', 300],
    [{ room: 's', from: '120' }, 'other', 120],
    [{ room: 'r', at: 'x' }, 'now', undefined],
  ])('%j', (query, id, at) => {
    expect([streamAsked(all, query)?.id, momentAsked(query)]).toEqual([id, at]);
  });

  it.each([
    [50, null, 0, 100],
    [50, 1_000, 0, 100],
    [50, 20, 40, 60],
    [5, 20, 0, 20],
    [99, 20, 80, 100],
  ])('at %i, %j wide', (at, span, from, to) => {
    expect(viewAround(at, span, 0, 100)).toEqual({ from, to });
  });

  it.each([
    ['小满的歌房', '小满的歌房-2026-09-12.csv'],
    ['../a:b', 'a-b-2026-09-12.csv'],
    ['\u202e', '2026-09-12.csv'],
  ])('names the file of %j', (room, expected) => {
    expect(csvName(room, '2026-09-12')).toBe(expected);
  });
});
