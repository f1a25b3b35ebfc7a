import { z } from 'zod';
import { knownFormats } from '../../shared/formats/index.ts';

/** A recording's settings. */
export const ReplaySettingsSchema = z.object({
  file: z.string().min(1).max(4096).meta({
    title: '录制文件 / Recording',
    description: '文件路径：Twitch IRC、B 站弹幕包或 XML、JSON 行、纯文本 / path of a recorded file',
  }),
  format: z
    .enum(['auto', ...knownFormats])
    .default('auto')
    .meta({ title: '格式 / Format' }),
  speed: z.number().min(0.1).max(100).default(1).meta({
    title: '速度 / Speed',
    description: '0.1 到 100 倍 / 0.1 to 100 times',
  }),
  loop: z.boolean().default(false).meta({ title: '循环 / Loop' }),
  startAtMs: z.number().min(0).default(0).meta({
    title: '起点（毫秒） / Start at (ms)',
    description: '从录制的何处开始 / from where in the recording',
  }),
  paused: z.boolean().default(false).meta({ title: '先暂停 / Begin paused' }),
  rebase: z.boolean().default(true).meta({
    title: '时间改为现在 / Shift to now',
    description:
      '关闭时保留原有时间与编号，重复播放会被去重 / when off, times and ids stay as recorded and a second replay is all repeats',
  }),
  capSilenceSec: z.number().min(1).max(86_400).default(30).meta({
    title: '最长静默（秒） / Longest silence (s)',
    description: '更长的空白会缩短到此值 / longer pauses are cut to this',
  }),
});

export type ReplaySettings = Readonly<z.infer<typeof ReplaySettingsSchema>>;
