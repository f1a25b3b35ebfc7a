import { foldText } from '../detect/fold.ts';
import { exhaustive } from '../domain/result.ts';
import type { RuleCondition, TicketRule } from '../domain/ticket-desk.ts';
import type { Conversation } from './conversation.ts';

/** What a rule looks at. */
export interface RuleSubject {
  readonly conversation: Conversation;
  /** What the viewer wrote, oldest first. */
  readonly texts: readonly string[];
  /** The rating, where there is one. */
  readonly score?: number | undefined;
}

/** The rules that open a ticket at this moment, in their order; a rule without a condition never does. */
export function rulesFor(
  rules: readonly TicketRule[],
  moment: string,
  subject: RuleSubject,
): readonly TicketRule[] {
  return rules.filter(
    (rule) =>
      rule.enabled &&
      rule.at === moment &&
      rule.when.length > 0 &&
      rule.when.every((condition) => holds(condition, subject)),
  );
}

function holds(condition: RuleCondition, { conversation, texts, score }: RuleSubject): boolean {
  switch (condition.kind) {
    case 'topic':
      return condition.any.includes(conversation.topic);
    case 'priority':
      return condition.any.includes(conversation.priority);
    case 'words': {
      const said = texts.map(foldText).join('\n');
      return condition.any.map(foldText).some((word) => word !== '' && said.includes(word));
    }
    case 'vip':
      return conversation.viewer.vip >= condition.atLeast;
    case 'signed':
      return conversation.viewer.signed === condition.is;
    case 'score':
      return score !== undefined && score <= condition.atMost;
    default:
      return exhaustive(condition);
  }
}
