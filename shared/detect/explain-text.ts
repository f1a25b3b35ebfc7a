import type { User } from '../domain/person.ts';
import type { Reason } from '../domain/verdict.ts';
import type { AbuseFinding } from './abuse.ts';
import type { AdFinding } from './ads.ts';
import { largestAmount } from './amounts.ts';
import type { AppealFinding } from './appeal.ts';
import type { DisputeFinding } from './dispute.ts';
import { type Reading, termOf } from './reading.ts';
import { hitReason, reason } from './reasons.ts';
import { WEIGHTY } from './spending.ts';

/** Why a text is abuse, and what speaks against it. */
export function explainAbuse(reading: Reading, found: AbuseFinding): Reason[] {
  const reasons: Reason[] = [];
  if (found.hit >= 0) {
    const isThreat = termOf(reading, found.hit).tag === 'threat';
    reasons.push(
      isThreat
        ? hitReason(reading, found.hit, 'threat', '威胁或诅咒', 'Threat or curse')
        : hitReason(reading, found.hit, 'lexicon', '辱骂用语', 'Insult'),
    );
  }
  if (found.hits > 1) reasons.push(reason('several', `共 ${found.hits} 处`, `${found.hits} in all`, 0.5));
  if (reading.namesStreamer) reasons.push(reason('target', '点名主播', 'Names the streamer', 1.6));
  else if (found.isAimed)
    reasons.push(reason('target', '针对某人（你/主播/@）', 'Aimed at a person (you, streamer, @)', 1.6));
  if (found.isSelf) reasons.push(reason('self', '像在说自己', 'Seems to speak of oneself', -4));
  if (found.isThing)
    reasons.push(reason('thing', '像在说游戏或物品', 'Seems to speak of a game or a thing', -2));
  if (found.isQuote) reasons.push(reason('quote', '像在转述或询问', 'Seems to quote or ask', -2));
  reasons.push(
    reason(
      'unflag',
      '若是自嘲、转述或说游戏，可按“误判”处理',
      'Dismiss as wrong if it is self-mockery, a quote or about the game',
      0,
    ),
  );
  return reasons;
}

/** Why a text is an advertisement. */
export function explainAd(reading: Reading, found: AdFinding): Reason[] {
  const reasons: Reason[] = [];
  if (found.link !== undefined) {
    const { host, span, isKnown } = found.link;
    if (isKnown) reasons.push(reason('known_link', `常见网站 ${host}`, `Well-known site ${host}`, -1, span));
    else reasons.push(reason('link', `外部链接 ${host}`, `Link to ${host}`, 4.2, span));
  }
  if (found.contact >= 0) reasons.push(hitReason(reading, found.contact, 'contact', '联系方式', 'Contact'));
  if (found.id !== undefined)
    reasons.push(reason('contact_id', '像账号或号码', 'Looks like an account or number', 2.4, found.id.span));
  if (found.profile >= 0)
    reasons.push(hitReason(reading, found.profile, 'profile', '引导看资料', 'Points at a profile'));
  if (found.adult >= 0) reasons.push(hitReason(reading, found.adult, 'adult', '色情引流', 'Sexual lure'));
  if (found.goods >= 0) reasons.push(hitReason(reading, found.goods, 'goods', '买卖服务', 'Sells a service'));
  if (found.lure >= 0) reasons.push(hitReason(reading, found.lure, 'lure', '诱导用语', 'Lure'));
  if (reading.matches.count('adBenign') > 0) {
    reasons.push(reason('ordinary', '也像日常聊天', 'Also reads like ordinary talk', -2.2));
  }
  reasons.push(
    reason('unflag', '把网站或用语加入允许名单即不再标记', 'Allow the site or the words to stop this', 0),
  );
  return reasons;
}

/** Why a text is a dispute; money facts are added by the caller. */
export function explainDispute(reading: Reading, found: DisputeFinding): Reason[] {
  const reasons: Reason[] = [];
  if (found.minor >= 0) {
    const isMinor = termOf(reading, found.minor).tag === 'minor';
    reasons.push(
      isMinor
        ? hitReason(reading, found.minor, 'minor', '涉及未成年人', 'About a minor')
        : hitReason(reading, found.minor, 'family', '涉及家人的钱', "About a family's money"),
    );
  }
  if (found.age !== undefined) {
    const { years, span } = found.age;
    reasons.push(reason('minor_age', `提到 ${years} 岁`, `Names an age: ${years}`, 3, span));
  }
  if (found.demand >= 0)
    reasons.push(hitReason(reading, found.demand, 'demand', '要求退还', 'Demands money back'));
  if (found.accuse >= 0) reasons.push(hitReason(reading, found.accuse, 'accusation', '指责', 'Accuses'));
  if (found.unpaid >= 0)
    reasons.push(hitReason(reading, found.unpaid, 'undelivered', '未到账或未兑现', 'Not delivered'));
  if (found.mistake >= 0) reasons.push(hitReason(reading, found.mistake, 'mistake', '误操作', 'By mistake'));
  if (found.authority >= 0)
    reasons.push(hitReason(reading, found.authority, 'authority', '提到投诉渠道', 'Names an authority'));
  if (found.money >= 0)
    reasons.push(hitReason(reading, found.money, 'money', '涉及钱款或礼物', 'About money or gifts'));
  reasons.push(...claimedReason(reading, found));
  if (found.hasTwoCues)
    reasons.push(reason('two_cues', '两个以上独立线索', 'Two or more independent cues', 1.2));
  if (found.joke >= 0)
    reasons.push(hitReasonAgainst(reading, found.joke, 'joke', '像玩梗', 'Reads like a joke'));
  if (found.forbid >= 0)
    reasons.push(
      hitReasonAgainst(reading, found.forbid, 'advice', '像劝告或日常用语', 'Reads like advice or thanks'),
    );
  reasons.push(
    reason(
      'unflag',
      '若是玩梗或说别处的退款，可按“玩笑”处理',
      'Dismiss as a joke if it is one or about something else',
      0,
    ),
  );
  return reasons;
}

/** Why a text is an appeal; the sanction it is about is added by the caller. */
export function explainAppeal(reading: Reading, found: AppealFinding): Reason[] {
  const reasons: Reason[] = [];
  if (found.release >= 0)
    reasons.push(hitReason(reading, found.release, 'release', '请求解除', 'Asks to be released'));
  if (found.wrongly >= 0)
    reasons.push(hitReason(reading, found.wrongly, 'wrongly', '认为处罚有误', 'Says it was wrong'));
  if (found.sanction >= 0)
    reasons.push(hitReason(reading, found.sanction, 'sanction', '提到处罚', 'Speaks of a sanction'));
  if (found.why >= 0) reasons.push(hitReason(reading, found.why, 'why', '询问原因', 'Asks why'));
  if (found.benign >= 0)
    reasons.push(
      hitReasonAgainst(reading, found.benign, 'not_own', '像在说别人或别的事', 'Seems about others'),
    );
  reasons.push(reason('route', '转给人处理，不计入违规', 'Goes to a person; never counts against them', 0));
  return reasons;
}

/** The money that a claim itself names: nobody has checked it, yet it says how much is asked for. */
function claimedReason(reading: Reading, found: DisputeFinding): Reason[] {
  if (Math.max(found.demand, found.accuse, found.unpaid, found.mistake, found.minor) < 0) return [];
  const amount = largestAmount(reading.streams.text);
  if (amount === undefined) return [];
  const sum = amount.yuan.toLocaleString('en-US');
  const weight = amount.yuan >= SEVERE_YUAN ? WEIGHTY : 0.5;
  return [
    reason(
      'claimed',
      `自称涉及约 ¥${sum}（未核实）`,
      `Claims about ¥${sum} (not checked)`,
      weight,
      amount.span,
    ),
  ];
}

/** From ¥500 on what is claimed makes a dispute severe, as what was spent does. */
const SEVERE_YUAN = 500;

function hitReasonAgainst(reading: Reading, hit: number, code: string, what: string, whatEn: string): Reason {
  const found = hitReason(reading, hit, code, what, whatEn);
  return { ...found, weight: -found.weight };
}

/** The room's own blocked word, if the text holds one. */
export function blockedReason(
  blocked: { readonly term: string; readonly span: readonly [number, number] } | undefined,
): Reason[] {
  if (blocked === undefined) return [];
  const { term, span } = blocked;
  return [reason('blocked_term', `本房间禁用词「${term}」`, `Blocked here: “${term}”`, 8, span)];
}

/** A fan badge speaks a little against ill will. */
export function fanReason(user: User | undefined): Reason {
  const medal = user?.medal;
  return medal === undefined
    ? reason('fan_badge', '舰长或贵宾', 'A guard or VIP of the room', -0.5)
    : reason('fan_badge', `有粉丝牌 ${medal.level} 级`, `Fan badge level ${medal.level}`, -0.5);
}

/** The same was acted on in this room; none otherwise. */
export function confirmedReason(isConfirmed: boolean): Reason[] {
  return isConfirmed
    ? [
        reason(
          'confirmed_here',
          '本房间处理过同样的话（按读音比较）',
          'The same was acted on here before (by sound)',
          2,
        ),
      ]
    : [];
}

/** Earlier disputes of the same person; none for 0, and more than one weighs. */
export function disputeReasons(count: number): Reason[] {
  const english = count === 1 ? '1 dispute before' : `${count} disputes before`;
  return count === 0
    ? []
    : [reason('earlier_disputes', `此前有过 ${count} 次纠纷`, english, count > 1 ? WEIGHTY : 0.5)];
}
