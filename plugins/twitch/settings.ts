import { z } from 'zod';

/** A room's settings: which channel, where the servers are, and which account acts. */
export const TwitchSettingsSchema = z
  .object({
    channel: z
      .string()
      .trim()
      .transform((text) => text.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.|m\.)?twitch\.tv\//, ''))
      .transform((text) => text.replace(/^[#@]/, '').replace(/[/?].*$/, ''))
      .pipe(
        z
          .string()
          .regex(
            /^[a-z0-9_]{1,25}$/,
            '频道名只含字母、数字和下划线，最多 25 个字符。Channel: letters, digits and underscores, 25 at most.',
          ),
      ),
    account: z
      .string()
      .trim()
      .toLowerCase()
      .regex(
        /^[a-z0-9_]{0,25}$/,
        '执行操作的账号登录名；留空则使用频道自己的账号。Login of the account that acts; empty: the channel itself.',
      )
      .default(''),
    ircHost: z
      .string()
      .trim()
      .regex(
        /^(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}$/i,
        '聊天服务器主机名，不含协议和路径。Chat server: a host name, without protocol or path.',
      )
      .default('irc-ws.chat.twitch.tv'),
    ircPort: z
      .number()
      .int()
      .min(1, '端口 1–65535。Port 1–65535.')
      .max(65_535, '端口 1–65535。Port 1–65535.')
      .default(443),
    ircSecure: z.boolean().default(true),
    helixUrl: serverUrl('https://api.twitch.tv/helix'),
    idUrl: serverUrl('https://id.twitch.tv/oauth2'),
    clientId: z
      .string()
      .trim()
      .regex(
        /^[a-z0-9]{0,64}$/,
        '在 dev.twitch.tv 登记应用得到的 Client ID；只读或粘贴令牌时可留空。Client ID from dev.twitch.tv; may be empty for reading or with a pasted token.',
      )
      .default(''),
  })
  .refine((settings) => settings.ircSecure === (settings.ircPort === 443), {
    path: ['ircPort'],
    message:
      'tmi.js 的加密连接只能用 443 端口；其他端口请关闭加密。Encrypted chat works on port 443 only; other ports need encryption off.',
  });

export type TwitchSettings = Readonly<z.infer<typeof TwitchSettingsSchema>>;

/** Name under which the acting account's token is kept. */
export function secretName(settings: Pick<TwitchSettings, 'account' | 'channel'>): string {
  return `twitch:${settings.account === '' ? settings.channel : settings.account}`;
}

/** A token is sent there, so it must be encrypted, or on this machine. */
function serverUrl(preset: string) {
  return z
    .string()
    .trim()
    .refine(isSafeServer, {
      message: '须为 https 地址（本机可用 http）。Must be an https address (http only on this machine).',
    })
    .transform((text) => text.replace(/\/+$/, ''))
    .default(preset);
}

function isSafeServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
