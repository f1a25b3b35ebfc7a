import { z } from 'zod';

/** A room's settings: which channel, where the servers are, and which account acts. */
export const TwitchSettingsSchema = z
  .object({
    channel: channelName().meta({
      title: '频道 / Channel',
      description: '登录名或频道地址，如 twitch.tv/sample / a login or the address of the channel',
    }),
    account: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9_]{0,25}$/, '只含字母、数字和下划线 / letters, digits and underscores only')
      .default('')
      .meta({
        title: '操作账号 / Acting account',
        description:
          '登录后自动填写；空则为频道本人 / filled in by signing in; empty means the channel itself',
      }),
    clientId: z
      .string()
      .trim()
      .regex(/^[a-z0-9]{0,64}$/, '只含小写字母和数字 / lower-case letters and digits only')
      .default('')
      .meta({
        title: '应用编号 / Client ID',
        description:
          '在 dev.twitch.tv 登记应用得到；只读或粘贴令牌时可空 / of an application at dev.twitch.tv; not needed to read or with a pasted token',
      }),
    ircHost: z
      .string()
      .trim()
      .regex(
        /^(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}$/i,
        '只填主机名，不含协议和路径 / a host name, without protocol or path',
      )
      .default('irc-ws.chat.twitch.tv')
      .meta({ title: '聊天服务器 / Chat server', description: '一般不用改 / leave as it is' }),
    ircPort: z
      .number()
      .int()
      .min(1, '1–65535')
      .max(65_535, '1–65535')
      .default(443)
      .meta({ title: '聊天端口 / Chat port', description: '加密时只能是 443 / 443 where encrypted' }),
    ircSecure: z
      .boolean()
      .default(true)
      .meta({ title: '加密聊天连接 / Encrypted chat', description: '一般不用改 / leave as it is' }),
    helixUrl: serverUrl('https://api.twitch.tv/helix').meta({
      title: '接口地址 / API address',
      description: '一般不用改 / leave as it is',
    }),
    idUrl: serverUrl('https://id.twitch.tv/oauth2').meta({
      title: '登录地址 / Sign-in address',
      description: '一般不用改 / leave as it is',
    }),
  })
  .refine((settings) => settings.ircSecure === (settings.ircPort === 443), {
    path: ['ircPort'],
    message:
      '加密连接只能用 443 端口，其他端口请关闭加密 / encrypted chat works on port 443 only; other ports need encryption off',
  });

export type TwitchSettings = Readonly<z.infer<typeof TwitchSettingsSchema>>;

/** Name under which the acting account's token is kept. */
export function secretName(settings: Pick<TwitchSettings, 'account' | 'channel'>): string {
  return `twitch:${settings.account === '' ? settings.channel : settings.account}`;
}

/** Takes a login, `#login`, `@login` or the address of a channel. */
function channelName() {
  return z
    .string()
    .trim()
    .max(200)
    .toLowerCase()
    .overwrite((text) => text.replace(/^(?:https?:\/\/)?(?:www\.|m\.)?twitch\.tv\//, ''))
    .overwrite((text) => text.replace(/^[#@]/, '').replace(/[/?].*$/, ''))
    .regex(
      /^[a-z0-9_]{1,25}$/,
      '频道名只含字母、数字和下划线，最多 25 个 / letters, digits and underscores, 25 at most',
    );
}

/** A token is sent there, so it must be encrypted, or on this machine. */
function serverUrl(preset: string) {
  return z
    .string()
    .trim()
    .refine(isSafeServer, {
      message: '须为 https 地址，本机可用 http / an https address; http on this machine only',
    })
    .overwrite((text) => text.replace(/\/+$/, ''))
    .default(preset);
}

function isSafeServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
