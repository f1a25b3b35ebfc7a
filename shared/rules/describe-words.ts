import type { PersonRoleSchema } from '../domain/person.ts';
import type { BuiltinCategory } from '../domain/verdict.ts';
import type { PERSON_ATTRIBUTES, RATES, ROOM_STATES } from './condition.ts';
import type { RuleEvent } from './rule.ts';
import type { Line } from './views.ts';

const line = (zh: string, en: string): Line => ({ zh, en });

export const EVENT_WORDS: Readonly<Record<RuleEvent, Line>> = {
  chat: line('弹幕', 'chat'),
  superchat: line('醒目留言', 'super chats'),
  gift: line('礼物', 'gifts'),
  membership: line('上舰与订阅', 'memberships'),
  enter: line('进场', 'arrivals'),
  follow: line('关注', 'follows'),
  share: line('分享', 'shares'),
  held: line('被平台拦下的弹幕', 'messages held by the platform'),
};

export const RATE_WORDS: Readonly<
  Record<(typeof RATES)[number], Line & { readonly unit: string; readonly unitEn: string }>
> = {
  person_messages: { ...line('此人发言', 'of this person'), unit: '条', unitEn: 'messages' },
  person_repeats: {
    ...line('此人重复同一句话', 'of this person with this text'),
    unit: '次',
    unitEn: 'messages',
  },
  person_gifts: { ...line('此人送礼', 'of this person'), unit: '次', unitEn: 'gifts' },
  same_text_accounts: { ...line('说同一句话的账号', 'with this text'), unit: '个', unitEn: 'accounts' },
  room_messages: { ...line('全房间弹幕', 'in the room'), unit: '条', unitEn: 'messages' },
  room_gifts: { ...line('全房间礼物', 'in the room'), unit: '次', unitEn: 'gifts' },
};

const plain = (value: number): string => String(value);

export const PERSON_WORDS: Readonly<
  Record<(typeof PERSON_ATTRIBUTES)[number], Line & { readonly show: (value: number) => string }>
> = {
  account_days: { ...line('账号注册天数', 'days since the account was made'), show: plain },
  level: { ...line('账号等级', 'account level'), show: plain },
  medal_level: { ...line('粉丝牌等级', 'fan badge level'), show: plain },
  known_days: { ...line('在本房间出现的天数', 'days known in this room'), show: plain },
  messages: { ...line('此前在本房间的发言数', 'earlier messages in this room'), show: plain },
  sanctions: { ...line('被我们处罚的次数', 'mutes and bans by us'), show: plain },
  disputes: { ...line('在本房间的纠纷数', 'disputes in this room'), show: plain },
  spent_fen: { ...line('在本房间的消费', 'spend in this room'), show: (fen) => `¥${(fen / 100).toFixed(2)}` },
};

export const ROOM_WORDS: Readonly<Record<(typeof ROOM_STATES)[number], Line>> = {
  live: line('正在直播', 'the room is live'),
  slow_mode: line('慢速模式已开', 'slow mode is on'),
  room_mute: line('全员禁言已开', 'the whole room is muted'),
  subs_only: line('仅订阅可发言', 'only subscribers may write'),
  emote_only: line('仅可发表情', 'only emotes may be sent'),
  emergency: line('紧急模式已开', 'emergency mode is on'),
};

export const ROLE_WORDS: Readonly<Record<(typeof PersonRoleSchema)['options'][number], Line>> = {
  broadcaster: line('主播', 'the streamer'),
  mod: line('房管', 'a moderator'),
  vip: line('贵宾', 'a VIP'),
  member: line('会员', 'a member'),
  staff: line('平台人员', 'platform staff'),
  bot: line('机器人', 'a bot'),
};

export const CATEGORY_WORDS: Readonly<Record<BuiltinCategory, Line>> = {
  abuse: line('辱骂', 'abuse'),
  ad: line('广告', 'advertising'),
  flood: line('刷屏', 'flooding'),
  raid: line('冲房', 'raids'),
  dispute: line('纠纷', 'disputes'),
  appeal: line('申诉', 'appeals'),
};

export const COMPARED: Readonly<Record<'at_least' | 'below', Line>> = {
  at_least: line('不低于', 'at least'),
  below: line('低于', 'below'),
};

export const WEEKDAYS: readonly Line[] = [
  line('周日', 'Sun'),
  line('周一', 'Mon'),
  line('周二', 'Tue'),
  line('周三', 'Wed'),
  line('周四', 'Thu'),
  line('周五', 'Fri'),
  line('周六', 'Sat'),
];

/** Seconds in the largest unit that divides them. */
export function spanOfTime(seconds: number): Line {
  if (seconds % 86_400 === 0) return line(`${seconds / 86_400} 天`, `${seconds / 86_400} d`);
  if (seconds % 3_600 === 0) return line(`${seconds / 3_600} 小时`, `${seconds / 3_600} h`);
  if (seconds % 60 === 0) return line(`${seconds / 60} 分钟`, `${seconds / 60} min`);
  return line(`${seconds} 秒`, `${seconds} s`);
}
