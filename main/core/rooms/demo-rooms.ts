import type { Room } from '../../../shared/domain/room.ts';

/** The show rooms of the demo; they connect only when asked for by `--demo`. */
export function demoRooms(now: number): readonly Room[] {
  const names = ['小满的歌房', '阿澈电台', '舞台·周年'] as const;
  return names.map((name, index) => ({
    id: ['demo', 'demo-radio', 'demo-stage'][index] ?? 'demo',
    name,
    plugin: 'demo',
    settings: { room: name, seed: 20_261_123 + index },
    enabled: false,
    createdAt: now,
  }));
}
