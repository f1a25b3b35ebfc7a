import { z } from 'zod';
import { ROOM_IDS } from './rooms.ts';

/** A demo room's settings. */
export const DemoSettingsSchema = z.object({
  room: z.enum(ROOM_IDS).default('小满的歌房').meta({
    title: '演示直播间 / Demo room',
    description: '歌房、慢聊电台、会断线的舞台 / a singing room, a slow talk show, one that reconnects',
  }),
  seed: z.number().int().min(0).max(4_294_967_295).default(20_240_520).meta({
    title: '随机种子 / Seed',
    description: '相同的种子给出相同的节目 / the same seed gives the same show',
  }),
  rate: z.number().min(0.1).max(500).default(1).meta({
    title: '弹幕倍率 / Rate',
    description: '1 约为每秒六条 / 1 is about six messages a second',
  }),
  script: z.enum(['full', 'calm']).optional().meta({
    title: '剧本 / Script',
    description:
      '“完整”会按剧本出现刷屏、冲塔、辱骂、广告与退款纠纷 / full plays floods, raids, insults, ads, disputes',
  }),
  failRate: z.number().min(0).max(1).default(0).meta({
    title: '操作失败率 / Failures',
    description: '平台拒绝操作的概率 / chance that the platform fails an action',
  }),
  silentRate: z.number().min(0).max(1).default(0).meta({
    title: '无回音率 / Silence',
    description: '操作被接受但没有结果的概率 / chance that an accepted action is never confirmed',
  }),
});

export type DemoSettings = Readonly<z.infer<typeof DemoSettingsSchema>>;
