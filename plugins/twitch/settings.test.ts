import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { secretName, TwitchSettingsSchema } from './settings.ts';

const channelOf = (channel: string) => {
  const parsed = TwitchSettingsSchema.safeParse({ channel });
  return parsed.success ? parsed.data.channel : null;
};

describe('settings', () => {
  test('the form finds each field with its words; only the channel must be filled in', () => {
    const schema = z.toJSONSchema(TwitchSettingsSchema, { io: 'input', unrepresentable: 'any' });
    expect(schema.required).toEqual(['channel']);
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) =>
      typeof field === 'object' ? [name, field.type, field.title !== undefined, 'default' in field] : name,
    );
    expect(fields).toEqual([
      ['channel', 'string', true, false],
      ['account', 'string', true, true],
      ['clientId', 'string', true, true],
      ['ircHost', 'string', true, true],
      ['ircPort', 'integer', true, true],
      ['ircSecure', 'boolean', true, true],
      ['helixUrl', 'string', true, true],
      ['idUrl', 'string', true, true],
    ]);
  });

  test('a channel alone is enough', () => {
    expect(TwitchSettingsSchema.parse({ channel: 'Sample' })).toEqual({
      channel: 'sample',
      account: '',
      ircHost: 'irc-ws.chat.twitch.tv',
      ircPort: 443,
      ircSecure: true,
      helixUrl: 'https://api.twitch.tv/helix',
      idUrl: 'https://id.twitch.tv/oauth2',
      clientId: '',
    });
  });

  test.each([
    ['#sample', 'sample'],
    ['@Sample', 'sample'],
    ['https://www.twitch.tv/Sample?x=1', 'sample'],
    ['twitch.tv/sample/videos', 'sample'],
    ['', null],
    ['样例', null],
    ['a b', null],
    ['a\r\nQUIT', null],
    ['x'.repeat(26), null],
  ])('channel %j → %j', (given, expected) => {
    expect(channelOf(given)).toBe(expected);
  });

  test.each([
    ['a token over plain http', { helixUrl: 'http://api.example.com' }, 'helixUrl'],
    ['a user in the address', { idUrl: 'https://u:p@id.example.com' }, 'idUrl'],
    ['no address', { idUrl: 'id' }, 'idUrl'],
    ['a path as host', { ircHost: 'a.b/c' }, 'ircHost'],
    ['port 0', { ircPort: 0, ircSecure: false }, 'ircPort'],
    ['encryption on another port, which tmi.js cannot do', { ircPort: 6_697 }, 'ircPort'],
    ['443 without encryption, which tmi.js cannot do', { ircSecure: false }, 'ircPort'],
    ['a client id that is none', { clientId: 'a b' }, 'clientId'],
  ])('refused: %s', (_, more, field) => {
    const parsed = TwitchSettingsSchema.safeParse({ channel: 'sample', ...more });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });

  test('a server of this machine may be plain; the slash at the end is dropped', () => {
    const more = {
      helixUrl: 'http://127.0.0.1:8080/helix/',
      ircHost: '127.0.0.1',
      ircPort: 9_000,
      ircSecure: false,
    };
    expect(TwitchSettingsSchema.parse({ channel: 'sample', ...more }).helixUrl).toBe(
      'http://127.0.0.1:8080/helix',
    );
  });

  test('the secret is the acting account’s, or the channel’s', () => {
    expect([secretName({ account: 'mod', channel: 'c' }), secretName({ account: '', channel: 'c' })]).toEqual(
      ['twitch:mod', 'twitch:c'],
    );
  });
});
