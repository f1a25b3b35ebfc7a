import type { Flag } from '../../../shared/domain/flag.ts';
import { fenOf } from '../../../shared/domain/money.ts';

/** How much a room needs a person now, and why, in one line. */
export interface Attention {
  readonly score: number;
  readonly why?: { readonly zh: string; readonly en: string } | undefined;
}

const WEIGHT = { high: 100, mid: 30, low: 5 } as const;

/** Open flags weigh by severity, by lateness and by money at stake; a silent source counts too. */
export function attentionOf(flags: readonly Flag[], connected: boolean, now: number): Attention {
  let score = connected ? 0 : 20;
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
  const why = reasonOf(flags, late, stakeFen, connected);
  return { score, ...(why === undefined ? {} : { why }) };
}

function reasonOf(
  flags: readonly Flag[],
  late: number,
  stakeFen: bigint,
  connected: boolean,
): Attention['why'] {
  const raid = flags.find((flag) => flag.category === 'raid');
  if (raid !== undefined)
    return { zh: `冲房：${raid.memberCount} 个账号`, en: `Raid: ${raid.memberCount} accounts` };
  if (stakeFen > 0n) return { zh: `纠纷涉及 ¥${stakeFen / 100n}`, en: `Dispute over ¥${stakeFen / 100n}` };
  if (late > 0) return { zh: `${late} 条待处理已超时`, en: `${late} flags are late` };
  if (!connected) return { zh: '信号中断', en: 'Source is down' };
  if (flags.length > 0) return { zh: `${flags.length} 条待处理`, en: `${flags.length} open flags` };
  return undefined;
}
