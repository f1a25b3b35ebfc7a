import type { ViewerFrame, ViewerStatus } from '../../shared/support/views.ts';
import { EMPTY_LOG, type TalkLog, takeFrame } from '../talk/log.ts';
import { type Outbox, withoutArrived } from '../talk/outbox.ts';
import type { OpenContext } from './params.ts';
import type { Session } from './session.ts';

/** Everything the widget shows. */
export interface WidgetState {
  readonly stage:
    | { readonly kind: 'starting' }
    | { readonly kind: 'ready'; readonly session: Session }
    | { readonly kind: 'refused'; readonly code: string };
  readonly line: 'connecting' | 'open' | 'lost';
  readonly context?: OpenContext | undefined;
  readonly conversationId?: string | undefined;
  readonly status?: ViewerStatus | undefined;
  readonly log: TalkLog;
  readonly outbox: Outbox;
  /** What the bot has said so far of an answer that is being made. */
  readonly botDraft: string;
  /** A fault's code or a word's name to be told once. */
  readonly notice?: string | undefined;
}

export const NEW_WIDGET: WidgetState = {
  stage: { kind: 'starting' },
  line: 'connecting',
  log: EMPTY_LOG,
  outbox: [],
  botDraft: '',
};

/** Takes in what the feed said. */
export function takeViewerFrame(state: WidgetState, frame: ViewerFrame): WidgetState {
  switch (frame.kind) {
    case 'messages': {
      const log = takeFrame(state.log, frame);
      const spoke = frame.messages.some((message) => message.from.kind !== 'viewer');
      return {
        ...state,
        log,
        outbox: withoutArrived(state.outbox, log),
        botDraft: spoke ? '' : state.botDraft,
      };
    }
    case 'status':
      return { ...state, status: frame.status };
    case 'draft':
      return { ...state, botDraft: frame.text };
  }
}

/** How many messages of the other side came after the last that was read. */
export function unreadCount(state: WidgetState, readSeq: number): number {
  return state.log.messages.filter(
    (message) => message.seq > readSeq && (message.from.kind === 'agent' || message.from.kind === 'bot'),
  ).length;
}
