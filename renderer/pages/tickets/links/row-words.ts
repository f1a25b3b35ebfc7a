import type { TFunction } from 'i18next';
import type { LinkableRow } from '../../../../shared/api/ticket-views.ts';
import { exhaustive } from '../../../../shared/domain/result.ts';
import type { TicketLink } from '../../../../shared/domain/ticket.ts';

/** What names categories: a rule's own by the rule's name. */
type CategoryName = (category: string) => string;

/** What it is, in a word or two: `#12 退款纠纷`, a category, an action, a number. */
export function rowHead(t: TFunction<'tickets'>, nameOf: CategoryName, row: LinkableRow): string {
  const number = row.number === undefined ? '' : `#${row.number}`;
  switch (row.kind) {
    case 'conversation':
      return `${number} ${t(`support:topic.${row.code}`)}`;
    case 'flag':
      return nameOf(row.code);
    case 'action':
      return t(`common:action.${row.code}`);
    case 'gift':
      return t(`links.paid.${row.code}`);
    case 'ticket':
      return number;
    default:
      return exhaustive(row.kind);
  }
}

/** How it stands; empty of a gift. */
export function rowState(t: TFunction<'tickets'>, row: LinkableRow): string {
  switch (row.kind) {
    case 'conversation':
      return t(`support:conversationState.${row.state}`);
    case 'flag':
      return t([`common:outcome.${row.state}`, `common:flagState.${row.state}`]);
    case 'action':
      return t(`common:receipt.${row.state}`);
    case 'gift':
      return '';
    case 'ticket':
      return t(`common:ticketState.${row.state}`);
    default:
      return exhaustive(row.kind);
  }
}

/** A link's title as people say it: categories and actions are kept by their codes. */
export function linkWords(t: TFunction<'tickets'>, nameOf: CategoryName, link: TicketLink): string {
  if (link.title === '') return t(`links.kinds.${link.kind}`);
  if (link.kind === 'flag') return nameOf(link.title);
  return link.kind === 'action' ? t(`common:action.${link.title}`, { defaultValue: link.title }) : link.title;
}
