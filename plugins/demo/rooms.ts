/** What makes one demo room unlike another. */
export interface RoomPlan {
  readonly title: string;
  readonly streamer: string;
  readonly medal: string;
  /** Times the ordinary rate of about six messages a second. */
  readonly pace: number;
  readonly viewers: number;
  readonly pk: boolean;
  /** Mean time between dropped connections, ms; null for a steady one. */
  readonly dropsEveryMs: number | null;
  readonly script: 'full' | 'calm';
}

export const ROOM_IDS = ['小满的歌房', '阿澈电台', '舞台·周年'] as const;
export type RoomKey = (typeof ROOM_IDS)[number];

/** The three rooms: the full show, a slow talk show, and one whose line breaks now and then. */
export const ROOMS: Readonly<Record<RoomKey, RoomPlan>> = {
  小满的歌房: {
    title: '小满的歌房 · 今晚唱到你不想睡',
    streamer: '小满',
    medal: '小满',
    pace: 1,
    viewers: 12_840,
    pk: true,
    dropsEveryMs: null,
    script: 'full',
  },
  阿澈电台: {
    title: '阿澈电台 · 深夜聊天',
    streamer: '阿澈',
    medal: '澈夜',
    pace: 0.14,
    viewers: 860,
    pk: false,
    dropsEveryMs: null,
    script: 'calm',
  },
  舞台·周年: {
    title: '舞台·周年 · 八小时接力',
    streamer: '舞台',
    medal: '周年',
    pace: 0.6,
    viewers: 30_210,
    pk: true,
    dropsEveryMs: 75_000,
    script: 'calm',
  },
};
