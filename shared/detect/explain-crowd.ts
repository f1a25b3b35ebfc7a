import type { User } from '../domain/person.ts';
import type { Reason } from '../domain/verdict.ts';
import type { FloodFinding } from './flood.ts';
import type { RaidFinding } from './raid.ts';
import { reason } from './reasons.ts';
import { isSpared } from './standing.ts';

/** Why a message is part of a raid, and whether this sender is to be spared. */
export function explainRaid(found: RaidFinding, text: string): Reason[] {
  const window = windowOf(found);
  const span = text.length > 0 ? ([0, text.length] as const) : undefined;
  const reasons: Reason[] = [
    reason(
      'near_duplicate',
      `${window.zh} ${window.people} 个账号发了近似内容（按读音比较）`,
      `${window.people} accounts sent near-identical text within ${window.en} (by sound)`,
      3,
      span,
    ),
  ];
  if (found.hourPeople > window.people) {
    reasons.push(
      reason(
        'slow_window',
        `10 分钟内 ${found.slowPeople} 个账号，1 小时内 ${found.hourPeople} 个`,
        `${found.slowPeople} accounts in 10 minutes, ${found.hourPeople} in an hour`,
        1.5,
      ),
    );
  }
  if (window.fresh > 0) {
    reasons.push(
      reason('fresh_accounts', `其中 ${window.fresh} 个是新面孔`, `${window.fresh} of them are new here`, 2),
    );
  }
  if (found.companions >= 2) {
    reasons.push(
      reason(
        'script',
        `新账号同时在重复 ${found.companions} 句不同的话`,
        `New accounts repeat ${found.companions} different lines at once`,
        1.3,
      ),
    );
  }
  if (found.cluster.isKnown || found.cluster.isHype)
    reasons.push(reason('known_text', '本房间以前就有人说', 'Was said in this room before', -5));
  if (isSpared(found.standing, found.isLate)) {
    const late = found.isLate ? '，刷起来之后才说' : '';
    const lateEn = found.isLate ? ', and said it only later' : '';
    reasons.push(
      reason(
        'bystander',
        `发送者是${STANDING_ZH[found.standing]}${late}，单独列出`,
        `The sender is ${STANDING_EN[found.standing]}${lateEn}: set apart`,
        -2,
      ),
    );
  }
  reasons.push(
    reason(
      'unflag',
      '若是大家在玩梗，按“玩梗”处理，本房间会记住',
      'Dismiss as hype and the room remembers',
      0,
    ),
  );
  return reasons;
}

/** The shortest window that holds enough people to speak of a crowd. */
function windowOf(found: RaidFinding): Window {
  if (found.people >= CROWD)
    return { people: found.people, fresh: found.fresh, zh: '1 分钟内', en: 'a minute' };
  if (found.slowPeople >= CROWD)
    return { people: found.slowPeople, fresh: found.slowFresh, zh: '10 分钟内', en: '10 minutes' };
  return { people: found.hourPeople, fresh: found.hourFresh, zh: '1 小时内', en: 'an hour' };
}

interface Window {
  readonly people: number;
  readonly fresh: number;
  readonly zh: string;
  readonly en: string;
}

const CROWD = 3;

/** Why one person floods. */
export function explainFlood(found: FloodFinding, user: User): Reason[] {
  const reasons: Reason[] = [];
  if (found.repeats > 1) {
    reasons.push(
      reason(
        'repeats',
        `30 秒内重复 ${found.repeats} 次`,
        `The same ${found.repeats} times in 30 seconds`,
        found.repeats,
      ),
    );
  }
  if (found.rate > 3) {
    reasons.push(
      reason('rate', `10 秒内 ${found.rate} 条`, `${found.rate} messages in 10 seconds`, found.rate * 0.7),
    );
  }
  if (user.medal !== undefined) {
    reasons.push(
      reason('fan_badge', `有粉丝牌 ${user.medal.level} 级`, `Fan badge level ${user.medal.level}`, -0.5),
    );
  }
  reasons.push(reason('unflag', '放慢发言即不再标记', 'Stops when they slow down', 0));
  return reasons;
}

const STANDING_ZH = {
  staff: '管理人员',
  fan: '粉丝牌或舰长用户',
  regular: '常客',
  known: '来过的人',
  fresh: '新面孔',
} as const;
const STANDING_EN = {
  staff: 'staff',
  fan: 'a fan or member',
  regular: 'a regular',
  known: 'known here',
  fresh: 'new here',
} as const;
