import type { Action, ActionKind, Receipt, ReceiptState, UndoPlan } from './action.ts';

const NEXT: Readonly<Record<ReceiptState, readonly ReceiptState[]>> = {
  requested: ['accepted', 'confirmed', 'contradicted', 'unconfirmed', 'failed'],
  accepted: ['confirmed', 'contradicted', 'unconfirmed', 'failed'],
  confirmed: ['contradicted'],
  unconfirmed: ['confirmed', 'contradicted'],
  contradicted: ['confirmed'],
  failed: ['confirmed'],
};

/** Whether a receipt may follow: late evidence may still turn `unconfirmed` or `failed` into `confirmed`. */
export function mayFollow(from: ReceiptState, to: ReceiptState): boolean {
  return NEXT[from].includes(to);
}

/** The action with one more receipt, or null where that receipt says nothing new. */
export function withReceipt(action: Action, receipt: Receipt): Action | null {
  if (!mayFollow(action.state, receipt.state)) return null;
  return { ...action, state: receipt.state, receipts: [...action.receipts, receipt] };
}

const INVERSE: Readonly<Partial<Record<ActionKind, ActionKind>>> = {
  mute: 'unmute',
  ban: 'unban',
  unmute: 'mute',
  unban: 'ban',
};

/** What undoing will and cannot do, written down before the action is sent. */
export function planUndo(
  kind: ActionKind,
  before: {
    readonly slowSec?: number | null | undefined;
    readonly roomMute?: boolean | undefined;
    readonly reversible: boolean;
  },
): UndoPlan {
  switch (kind) {
    case 'mute':
    case 'ban': {
      const inverse = INVERSE[kind];
      if (!before.reversible || inverse === undefined)
        return impossible('平台不提供撤销', 'The platform offers no way back');
      return { possible: true, inverse };
    }
    case 'slow_mode':
      return { possible: true, inverse: 'slow_mode', value: before.slowSec ?? 0 };
    case 'room_mute':
      return { possible: true, inverse: 'room_mute', value: before.roomMute === true ? 1 : 0 };
    case 'unmute':
    case 'unban':
      return impossible(
        '解除不能撤销：需要时请重新处罚',
        'A lifted sanction is not put back; sanction again if needed',
      );
    case 'delete':
      return impossible('已删除的弹幕不能恢复', 'A deleted message cannot be restored');
    case 'warn':
      return impossible('警告已被看到，不能收回', 'A warning that was read cannot be taken back');
    case 'say':
      return impossible('已发出的话不能收回', 'What was said cannot be unsaid');
  }
}

function impossible(zh: string, en: string): UndoPlan {
  return { possible: false, note: { zh, en } };
}
