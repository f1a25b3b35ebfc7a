import type { DisputeCard } from '../api/views.ts';
import type { Action } from '../domain/action.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { Flag } from '../domain/flag.ts';
import type { Ticket } from '../domain/ticket.ts';

const TEXTS = {
  refund: ['有观众对送礼或充值提出异议', 'A viewer disputes a gift or a recharge'],
  minor: ['有人称是未成年人充值或送礼', 'Somebody says a minor paid'],
  appeal: ['有观众对禁言提出申诉', 'A viewer appeals against a mute'],
  raid: ['有一批账号在刷同样的话', 'A group of accounts repeats one message'],
  other: ['有一件事已交给主管', 'Something was handed to the supervisor'],
} as const;

/** Whether a flag concerns the streamer at all. */
export function concernsStreamer(flag: Flag): boolean {
  return flag.outcome !== 'dismissed' && mayConcernStreamer(flag);
}

/** The same, also for what was dismissed since: on her page it ends as handled. */
export function mayConcernStreamer(flag: Flag): boolean {
  return (
    flag.category === 'dispute' ||
    flag.category === 'appeal' ||
    flag.escalationId !== undefined ||
    flag.appeal !== undefined
  );
}

/**
 * A dispute in calm words: never the viewer's text, so no slur can come through, only what it is
 * about, what is at stake and what is being done.
 */
export function toDisputeCard(
  flag: Flag,
  linked: {
    readonly escalation?: Escalation | undefined;
    readonly tickets: readonly Ticket[];
    /** What was done for the flag, and what took it back. */
    readonly actions: readonly Action[];
  },
): DisputeCard {
  const topic = topicOf(flag);
  const [zh, en] = TEXTS[topic];
  const { escalation } = linked;
  const steps: Step[] = [{ at: flag.firstAt, zh: '系统已发现', en: 'Noticed by the system' }];
  if (flag.claimedBy !== undefined)
    steps.push({
      at: flag.updatedAt,
      zh: `场控 ${flag.claimedBy.name} 在看`,
      en: `${flag.claimedBy.name} is looking`,
    });
  for (const action of linked.actions)
    steps.push({
      at: action.requestedAt,
      ...stepOf(action),
    });
  if (flag.appeal !== undefined)
    steps.push({ at: flag.appeal.at, zh: '观众找客服申诉', en: 'The viewer asked support about it' });
  for (const ticket of linked.tickets) {
    steps.push({
      at: ticket.createdAt,
      zh: `已开工单 #${ticket.number}，${ticket.department}处理`,
      en: `Ticket #${ticket.number} with ${ticket.department}`,
    });
    if (ticket.solvedAt !== undefined)
      steps.push({ at: ticket.solvedAt, zh: '工单已解决', en: 'Ticket solved' });
  }
  if (escalation !== undefined) {
    steps.push({ at: escalation.createdAt, zh: '已升级给主管', en: 'Handed to the supervisor' });
    steps.push(...supervisorSteps(escalation));
  }
  steps.sort((a, b) => a.at - b.at);
  return {
    id: flag.id,
    roomId: flag.roomId,
    at: flag.firstAt,
    updatedAt: Math.max(flag.updatedAt, ...steps.map((step) => step.at)),
    topic,
    ...(flag.person === undefined ? {} : { personName: flag.person.name }),
    ...(flag.stake === undefined ? {} : { stake: flag.stake }),
    text: { zh, en },
    status: statusOf(flag, linked),
    steps,
  };
}

/** Whether an escalation is a question that the streamer asked from their own page. */
export function isQuestion(item: Escalation): boolean {
  return item.flagId === undefined && item.ticketId === undefined && item.conversationId === undefined;
}

/** A streamer's question as a card: their own words, who took it, and the answer. */
export function toQuestionCard(item: Escalation): DisputeCard {
  const steps: readonly Step[] = [
    { at: item.createdAt, zh: '已送到主管台', en: 'On the supervisor’s board' },
    ...supervisorSteps(item),
  ];
  return {
    id: item.id,
    roomId: item.roomId,
    at: item.createdAt,
    updatedAt: item.updatedAt,
    topic: 'question',
    text: { zh: item.summary, en: item.summary },
    status: item.state === 'resolved' ? 'done' : item.state === 'taken' ? 'with_supervisor' : 'asked',
    steps,
  };
}

type Step = DisputeCard['steps'][number];

/**
 * Who took it, and how it was settled in the supervisor's words, which are written for the streamer too;
 * those on a conversation are for its agents only.
 */
function supervisorSteps(item: Escalation): readonly Step[] {
  const owner = item.owner?.name ?? '';
  const said = item.conversationId === undefined ? (item.resolution ?? '') : '';
  const steps: Step[] = [];
  if (item.takenAt !== undefined)
    steps.push({ at: item.takenAt, zh: `主管 ${owner} 已接手`, en: `Supervisor ${owner} took it` });
  if (item.resolvedAt !== undefined)
    steps.push({
      at: item.resolvedAt,
      zh: said === '' ? '主管已处理完' : `主管已处理完：${said}`,
      en: said === '' ? 'Supervisor resolved it' : `Supervisor resolved it: ${said}`,
    });
  return steps;
}

function topicOf(flag: Flag): keyof typeof TEXTS {
  if (flag.category === 'dispute')
    return flag.reasons.some((reason) => reason.code.startsWith('minor')) ? 'minor' : 'refund';
  if (flag.category === 'appeal') return 'appeal';
  if (flag.category === 'raid') return 'raid';
  return flag.appeal === undefined ? 'other' : 'appeal';
}

function statusOf(flag: Flag, linked: Parameters<typeof toDisputeCard>[1]): DisputeCard['status'] {
  const { escalation, tickets, actions } = linked;
  if (escalation !== undefined) return escalation.state === 'resolved' ? 'done' : 'with_supervisor';
  if (tickets.length > 0)
    return tickets.every((ticket) => ticket.state === 'solved' || ticket.state === 'closed')
      ? 'done'
      : 'ticket';
  if (flag.appeal !== undefined)
    return actions.some((action) => action.undoOf !== undefined && action.state === 'confirmed')
      ? 'done'
      : 'handled';
  if (flag.state === 'resolved') return flag.outcome === 'expired' ? 'seen' : 'handled';
  return 'seen';
}

function stepOf(action: Action): { readonly zh: string; readonly en: string } {
  const [zh, en] = [actionWord(action, 'zh'), actionWord(action, 'en')];
  if (action.undoOf === undefined) return { zh: `场控已处理（${zh}）`, en: `Controller acted (${en})` };
  return action.state === 'confirmed'
    ? { zh: `已${zh}，已生效`, en: `Taken back (${en}), in effect` }
    : { zh: `正在${zh}`, en: `Being taken back (${en})` };
}

function actionWord(action: Action, language: 'zh' | 'en'): string {
  const words: Readonly<Record<Action['kind'], readonly [string, string]>> = {
    warn: ['警告', 'warned'],
    mute: ['禁言', 'muted'],
    unmute: ['解除禁言', 'unmuted'],
    ban: ['封禁', 'banned'],
    unban: ['解封', 'unbanned'],
    delete: ['删除', 'deleted'],
    slow_mode: ['慢速', 'slow mode'],
    room_mute: ['全员禁言', 'room mute'],
    say: ['发言', 'said'],
  };
  return words[action.kind][language === 'zh' ? 0 : 1];
}
