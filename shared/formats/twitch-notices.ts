import type { EventBodies } from '../domain/event.ts';
import type { Draft } from './envelope.ts';
import type { IrcMessage } from './irc.external.ts';
import type { GiftBatches } from './twitch-gifts.ts';
import { twitchFragments, unwrapAction } from './twitch-text.ts';
import { isForeign, twitchActor, twitchTarget } from './twitch-user.ts';

type Membership = EventBodies['membership'];

/** Decodes a USERNOTICE. A shared chat's notice is read as its inner kind and counts nothing here. */
export function decodeNotice(message: IrcMessage, gifts: GiftBatches): Draft {
  const { tags } = message;
  const actor = twitchActor(message);
  const outer = tags.get('msg-id') ?? '';
  const id = outer === 'sharedchatnotice' ? tags.get('source-msg-id') || outer : outer;
  const text = unwrapAction(message.params[1] ?? '').text;
  const membership = membershipOf(id, message, gifts, text);
  if (membership !== null) return { kind: 'membership', body: membership, actor };
  switch (id) {
    case 'raid':
      return { kind: 'raid', actor, body: raidBody(tags) };
    case 'announcement':
      return { kind: 'system', actor, body: { code: 'announcement', text } };
    default:
      if (text !== '') return spoken(message, text);
      return KNOWN_NOTICES.has(id)
        ? { kind: 'system', actor, body: { code: id, text: tags.get('system-msg') ?? '' } }
        : { kind: 'unknown', actor, body: { nativeKind: `USERNOTICE/${id}` } };
  }
}

const KNOWN_NOTICES: ReadonlySet<string> = new Set([
  'unraid',
  'ritual',
  'rewardgift',
  'bitsbadgetier',
  'viewermilestone',
  'charitydonation',
  'standardpayforward',
  'communitypayforward',
  'sharedchatnotice',
]);

/** Words a viewer typed with a milestone or a ritual are chat: moderation must see them. */
function spoken(message: IrcMessage, text: string): Draft {
  const fragments = twitchFragments(text, message.tags.get('emotes') ?? '', false);
  return {
    kind: 'chat',
    actor: twitchActor(message),
    body: { messageId: message.tags.get('id') ?? '', text, ...(fragments ? { fragments } : {}) },
  };
}

function raidBody(tags: ReadonlyMap<string, string>): EventBodies['raid'] {
  const fromRoom =
    tags.get('msg-param-login') || tags.get('msg-param-displayName') || tags.get('login') || '';
  return { fromRoom, viewers: integer(tags.get('msg-param-viewerCount')) };
}

function membershipOf(id: string, message: IrcMessage, gifts: GiftBatches, text: string): Membership | null {
  const { tags } = message;
  const tier = tags.get('msg-param-sub-plan') || '1000';
  const base = {
    tier,
    name: tags.get('msg-param-sub-plan-name') || `Tier ${tier}`,
    months: integer(tags.get('msg-param-cumulative-months')) || integer(tags.get('msg-param-months')) || 1,
    ...(text === '' ? {} : { text }),
  };
  const foreign = isForeign(message);
  const counted = (count: number) => ({
    count: foreign ? 0 : count,
    paid: subs(count, !foreign && count > 0),
  });
  const batchId = tags.get('msg-param-community-gift-id') || tags.get('msg-param-origin-id') || '';
  const giver = tags.get('user-id') || tags.get('login') || '';
  switch (id) {
    case 'sub':
      return { ...base, source: 'new', ...counted(1) };
    case 'resub':
    case 'extendsub':
      return { ...base, source: 'renew', ...counted(1) };
    case 'giftpaidupgrade':
    case 'anongiftpaidupgrade':
    case 'primepaidupgrade':
      return { ...base, source: 'upgrade', ...counted(1) };
    case 'submysterygift':
    case 'anonsubmysterygift': {
      const size = integer(tags.get('msg-param-mass-gift-count')) || 1;
      const count = gifts.open(batchId, giver, size);
      return { ...base, months: 1, source: 'gift_batch', ...link(batchId), ...counted(count) };
    }
    case 'subgift':
    case 'anonsubgift': {
      const count = gifts.gift(batchId, giver);
      return { ...base, source: 'gift', ...link(batchId), recipient: recipient(tags), ...counted(count) };
    }
    default:
      return null;
  }
}

/** Memberships as money: their number, for the price differs by country and is not told. */
function subs(count: number, counted: boolean): Membership['paid'] {
  const amountMinor = String(Math.max(1, count));
  return { counted, money: { kind: 'virtual', unit: 'sub_tier', amountMinor, scale: 0, cnyFen: null } };
}

function link(batchId: string): { readonly batchId?: string } {
  return batchId === '' ? {} : { batchId };
}

function recipient(tags: ReadonlyMap<string, string>) {
  const login = tags.get('msg-param-recipient-user-name') || tags.get('msg-param-recipient-name');
  return twitchTarget(
    tags.get('msg-param-recipient-id'),
    login,
    tags.get('msg-param-recipient-display-name'),
  );
}

function integer(value: string | undefined): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
