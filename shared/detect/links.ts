/** Names that end a host in links of advertisements and of ordinary sites. */
const TOP_LEVEL: ReadonlySet<string> = new Set(
  'com cn net org cc top xyz vip club shop site online store tv me io co ru gg gl ly info biz live app link fun icu work win bid men loan click pw tk ml ga cf gq ltd pro wang ren red mobi asia hk tw jp kr us uk eu de fr in to so la im ai dev page space website tech world zone group chat porn xxx sex cam bet casino game games run life today city ink love'.split(
    ' ',
  ),
);

/** Hosts that viewers share all the time. */
const HOUSE_HOSTS: readonly string[] = [
  'bilibili.com',
  'b23.tv',
  'acfun.cn',
  'weibo.com',
  'weibo.cn',
  'zhihu.com',
  'baidu.com',
  'douyin.com',
  'huya.com',
  'douyu.com',
  'kuaishou.com',
  'qq.com',
  '163.com',
  'taobao.com',
  'tmall.com',
  'jd.com',
  'github.com',
  'twitch.tv',
  'youtube.com',
  'youtu.be',
  'twitter.com',
  'x.com',
  'wikipedia.org',
  'reddit.com',
  'imgur.com',
  'steampowered.com',
  'steamcommunity.com',
  'spotify.com',
  'google.com',
  'apple.com',
  'pixiv.net',
  'nicovideo.jp',
  'tiktok.com',
  'instagram.com',
];

/** Hosts too short to be told from a slip of the keyboard, that only lead elsewhere. */
const SHORT_HOSTS: ReadonlySet<string> = new Set([
  't.me',
  'bit.ly',
  't.cn',
  'wa.me',
  'is.gd',
  'ow.ly',
  'goo.gl',
  'u.nu',
  'v.gd',
]);

/** A link in a text. */
export interface Link {
  readonly host: string;
  /** Offsets in the text given. */
  readonly span: readonly [number, number];
  /** The host belongs to a site that viewers share, or that the room allows. */
  readonly isKnown: boolean;
}

/** Endings that no sentence begins with: `whopped. GG` is no host. */
const STRONG = /\.(com|cn|net|org|top|xyz|vip|cc|club|shop|site|online|store)$/;
const HOST = /[a-z\d][a-z\d-]{0,62}(?:\s{0,2}[.。．·‧﹒]\s{0,2}[a-z\d][a-z\d-]{0,62}){1,5}/gi;
const SPELLED =
  /([a-z\d][a-z\d-]{1,62})\s{0,2}(?:点|點|dot|\(dot\)|\[dot\])\s{0,2}(com|cn|net|org|cc|top|xyz|vip|tv|gg|me)(?![a-z\d])/i;

/**
 * The first link to a host outside the allowed ones, else the first link. Hosts are compared whole or as
 * a subdomain, never as a part of the text: `bilibili.com.evil.top` is `evil.top`'s.
 */
export function findLink(text: string, allowedHosts: readonly string[]): Link | undefined {
  let known: Link | undefined;
  for (const match of text.matchAll(HOST)) {
    const host = match[0]
      .replace(/\s/g, '')
      .replace(/[。．·‧﹒]/g, '.')
      .toLowerCase();
    if (!isHost(host) || (/\s/.test(match[0]) && !STRONG.test(host))) continue;
    const link = {
      host,
      span: [match.index, match.index + match[0].length] as const,
      isKnown: isAllowed(host, allowedHosts),
    };
    if (!link.isKnown) return link;
    known ??= link;
  }
  const spelled = SPELLED.exec(text);
  if (spelled === null) return known;
  const host = `${spelled[1]}.${spelled[2]}`.toLowerCase();
  const span = [spelled.index, spelled.index + spelled[0].length] as const;
  return { host, span, isKnown: isAllowed(host, allowedHosts) };
}

/** Whether a host is one of the list or below one; an empty list allows nothing. */
export function isHostIn(host: string, list: readonly string[]): boolean {
  return list.some(
    (each) => each !== '' && (host === each.toLowerCase() || host.endsWith(`.${each.toLowerCase()}`)),
  );
}

function isAllowed(host: string, allowedHosts: readonly string[]): boolean {
  return isHostIn(host, HOUSE_HOSTS) || isHostIn(host, allowedHosts);
}

function isHost(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const name = labels.at(-2) ?? '';
  if (!TOP_LEVEL.has(last) || /^\d+$/.test(last)) return false;
  if (SHORT_HOSTS.has(host)) return true;
  // `gg.me` and `ok.so` are slips of the keyboard; `1.top` is a rank.
  if (labels.length === 2 && last.length === 2 && name.length <= 3) return false;
  return /[a-z]/.test(name) || name.length >= 3;
}
