import type { Flag } from '../../../shared/domain/flag.ts';
import { fenOf } from '../../../shared/domain/money.ts';
import type { SourceStatus } from '../../../shared/domain/room.ts';

/** How much a room needs a person now, and why, in one line. */
export interface Attention {
  readonly score: number;
  readonly why?: { readonly zh: string; readonly en: string } | undefined;
}

const WEIGHT = { high: 100, mid: 30, low: 5 } as const;

/** How a source is heard: `cut` comes back by itself, `failed` waits for a person. */
export type Hearing = 'heard' | 'cut' | 'failed';

/** What a source's state means for whoever listens; one that nobody connected is not missed. */
export function hearingOf(state: SourceStatus['state']): Hearing {
  if (state === 'failed') return 'failed';
  return state === 'reconnecting' ? 'cut' : 'heard';
}

const SILENCE: Readonly<Record<Hearing, number>> = { heard: 0, cut: 20, failed: 60 };

/** Open flags weigh by severity, by lateness and by money at stake; a silent source counts too. */
export function attentionOf(flags: readonly Flag[], hearing: Hearing, now: number): Attention {
  let score = SILENCE[hearing];
  let late = 0;
  let stakeFen = 0n;
  for (const flag of flags) {
    score += WEIGHT[flag.severity];
    if (now > flag.dueAt) {
      late += 1;
      score += WEIGHT[flag.severity];
    }
    stakeFen += fenOf(flag.stake) ?? 0n;
  }
  score += Math.min(200, Number(stakeFen / 1_000n));
  const why = reasonOf(flags, late, stakeFen, hearing);
  return { score, ...(why === undefined ? {} : { why }) };
}

function reasonOf(
  flags: readonly Flag[],
  late: number,
  stakeFen: bigint,
  hearing: Hearing,
): Attention['why'] {
  const raid = flags.find((flag) => flag.category === 'raid');
  if (raid !== undefined)
    return { zh: `冲房：${raid.memberCount} 个账号`, en: `Raid: ${raid.memberCount} accounts` };
  if (stakeFen > 0n) return { zh: `纠纷涉及 ¥${stakeFen / 100n}`, en: `Dispute over ¥${stakeFen / 100n}` };
  if (late > 0) return { zh: `${late} 条待处理已超时`, en: `${late} flags are late` };
  if (hearing === 'failed')
    return { zh: '连接失败，需要处理', en: 'The connection failed and needs somebody' };
  if (hearing === 'cut') return { zh: '信号中断', en: 'Source is down' };
  if (flags.length > 0) return { zh: `${flags.length} 条待处理`, en: `${flags.length} open flags` };
  return undefined;
}
