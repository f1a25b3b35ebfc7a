import type { Message, MessageBody } from './message.ts';

type Code = Extract<MessageBody, { kind: 'notice' }>['code'];

const TEXTS: Readonly<Record<Code, readonly [zh: string, en: string]>> = {
  opened: ['对话已开始。', 'The conversation has begun.'],
  queued: [
    '正在为您排队转接人工客服，前面还有 {ahead} 位。',
    'You are in line for a person: {ahead} before you.',
  ],
  handed_over: [
    '已为您转接人工客服，之前的对话会一并转交，您无需重复。',
    'You are being handed to a person with all you have said; no need to repeat it.',
  ],
  assigned: ['客服 {name} 为您服务。', '{name} is with you now.'],
  transferred: [
    '对话已转给 {name}，之前的内容会一并转交。',
    'Passed on to {name} with everything said so far.',
  ],
  joined: ['{name} 加入了对话。', '{name} has joined.'],
  taken_over: ['主管 {name} 接手了对话。', 'Supervisor {name} has taken over.'],
  returned: [
    '正在为您重新安排客服，您的排队时间保留。',
    'Somebody else is being found for you; your place is kept.',
  ],
  escalated: ['已上报主管处理。', 'Handed up to a supervisor.'],
  escalation_taken: ['主管 {name} 接手了这次升级。', 'Supervisor {name} has taken the escalation.'],
  escalation_resolved: [
    '主管 {name} 处理了这次升级：{text}',
    'Supervisor {name} resolved the escalation: {text}',
  ],
  ticket: [
    '已为您登记工单 #{number}，处理进展会通知您。',
    'Ticket #{number} was opened; you will hear of its progress.',
  ],
  lifted: [
    '已提交解除处罚的请求，生效后会在直播间体现。',
    'Lifting the sanction was asked for; it shows in the room once in force.',
  ],
  closed: ['本次对话已结束。', 'This conversation has ended.'],
  reopened: ['对话已重新打开。', 'The conversation is open again.'],
  rating_asked: ['请为本次服务打分。', 'Please rate this conversation.'],
  rated: ['感谢您的评价。', 'Thank you for rating.'],
  offline: ['现在是非服务时间。', 'We are closed now.'],
};

/** In line with nobody before. */
const NEXT = ['正在为您转接人工客服，下一位就是您。', 'You are in line for a person, and next.'] as const;

/** A line of the desk itself, with its values filled in. */
export function notice(
  id: string,
  code: Code,
  values: Readonly<Record<string, string>> = {},
): Pick<Message, 'id' | 'from' | 'body' | 'audience'> {
  const [zh, en] = code === 'queued' && values.ahead === '0' ? NEXT : TEXTS[code];
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return {
    id,
    from: { kind: 'system', id: 'system', name: 'Changkong' },
    body: { kind: 'notice', code, text: { zh: fill(zh), en: fill(en) } },
    audience: 'all',
  };
}
