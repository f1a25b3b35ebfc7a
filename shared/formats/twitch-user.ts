import type { User } from '../domain/person.ts';
import type { IrcMessage } from './irc.external.ts';

type Role = User['roles'][number];

/** Accounts by which Twitch hides a giver; nothing can be done to them. */
const ANONYMOUS_LOGINS: ReadonlySet<string> = new Set(['ananonymousgifter', 'ananonymouscheerer']);
/** AnAnonymousGifter and AnAnonymousCheerer by id: captures may have replaced the login. */
const ANONYMOUS_IDS: ReadonlySet<string> = new Set(['274598607', '407665396']);

const ROLE_OF_BADGE: Readonly<Record<string, Role>> = {
  broadcaster: 'broadcaster',
  moderator: 'mod',
  lead_moderator: 'mod',
  vip: 'vip',
  subscriber: 'member',
  founder: 'member',
  staff: 'staff',
  admin: 'staff',
  global_mod: 'staff',
  'bot-badge': 'bot',
};

/** The sender of a line: ids stay strings, a missing id makes the person not actionable. */
export function twitchActor(message: IrcMessage): User {
  const { tags } = message;
  const login = tags.get('login') || nickOf(message.prefix);
  const id = tags.get('user-id') || null;
  const badges = parseBadges(tags.get('badges') ?? '', tags.get('badge-info') ?? '');
  const anonymous =
    ANONYMOUS_LOGINS.has(login) ||
    (id !== null && ANONYMOUS_IDS.has(id)) ||
    // Only hidden givers have this tag.
    tags.has('msg-param-fun-string') ||
    (tags.get('msg-id') ?? '').startsWith('anonsub');
  return {
    id: id ?? (login || null),
    idKind: id === null ? (login ? 'login' : 'masked') : 'uid',
    ...(login ? { login } : {}),
    name: tags.get('display-name') || login,
    roles: rolesOf(tags, badges),
    badges,
    ...(tags.get('first-msg') === '1' ? { firstMessage: true } : {}),
    anonymous,
    actionable: id !== null && !anonymous,
  };
}

/** The person a line is about, from the three tags or words that name them. */
export function twitchTarget(id: string | undefined, login: string | undefined, name?: string): User {
  return {
    id: id || login || null,
    idKind: id ? 'uid' : login ? 'login' : 'masked',
    ...(login ? { login } : {}),
    name: name || login || '',
    roles: [],
    badges: [],
    anonymous: false,
    actionable: Boolean(id),
  };
}

/** The nick of `nick!user@host`; empty for a server's prefix. */
export function nickOf(prefix: string): string {
  const end = prefix.indexOf('!');
  return end < 0 ? '' : prefix.slice(0, end);
}

/** Whether a shared chat brought this line from another room, whose money is not ours. */
export function isForeign(message: IrcMessage): boolean {
  const from = message.tags.get('source-room-id');
  return Boolean(from) && from !== message.tags.get('room-id');
}

function rolesOf(tags: ReadonlyMap<string, string>, badges: User['badges']): Role[] {
  const roles = new Set<Role>();
  for (const badge of badges) {
    const role = ROLE_OF_BADGE[badge.set];
    if (role !== undefined) roles.add(role);
  }
  if (tags.get('mod') === '1') roles.add('mod');
  if (tags.get('vip') === '1') roles.add('vip');
  if (tags.get('subscriber') === '1') roles.add('member');
  return [...roles];
}

function parseBadges(badges: string, infos: string): User['badges'] {
  if (badges === '') return [];
  const info = new Map(infos === '' ? [] : infos.split(',').map((pair) => splitAtSlash(pair)));
  return badges
    .split(',')
    .slice(0, 32)
    .map((pair) => {
      const [set, version] = splitAtSlash(pair);
      const more = info.get(set);
      return more === undefined ? { set, version } : { set, version, info: more };
    });
}

function splitAtSlash(pair: string): readonly [string, string] {
  const at = pair.indexOf('/');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
