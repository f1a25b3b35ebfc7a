import { expect, it } from 'vitest';
import { type Cipher, createVault, type TextFile, type VaultOptions } from './vault.ts';

/** A key store that seals by reversing the text under a key. */
const keyStore = (key: string, protects = true): Cipher => ({
  protects: async () => protects,
  encrypt: async (text) => Buffer.from(`${key}:${[...text].reverse().join('')}`),
  decrypt: async (bytes) => {
    const sealed = bytes.toString();
    if (!sealed.startsWith(`${key}:`)) throw new Error('wrong key');
    return [...sealed.slice(key.length + 1)].reverse().join('');
  },
});
const disk = (text: string | null = null): TextFile & { readonly text: () => string | null } => {
  let held = text;
  return {
    read: async () => held,
    replace: async (next) => {
      held = next;
    },
    text: () => held,
  };
};
const open = (options: Partial<VaultOptions>) => {
  const told: string[] = [];
  const vault = createVault({
    cipher: keyStore('k'),
    file: disk(),
    onUnkept: () => told.push('unkept'),
    onUnreadable: (name) => told.push(`unreadable ${name}`),
    ...options,
  });
  return { vault, told };
};

it('keeps secrets over a restart, sealed', async () => {
  const file = disk();
  await open({ file }).vault.set('twitch', 'hunter2');
  const again = open({ file });
  expect([await again.vault.get('twitch'), await again.vault.get('other'), await again.vault.view()]).toEqual(
    ['hunter2', null, 'kept'],
  );
  expect(file.text()).not.toContain('hunter2');
});

it('forgets what is set to null', async () => {
  const file = disk();
  const { vault } = open({ file });
  await vault.set('a', '1');
  await vault.set('b', '2');
  await vault.set('a', null);
  expect([await vault.get('a'), await vault.get('b')]).toEqual([null, '2']);
});

it('without a key store writes nothing secret, says so once, and holds it until the end', async () => {
  const file = disk();
  const { vault, told } = open({ file, cipher: keyStore('k', false) });
  await vault.set('a', 'secret-a');
  await vault.set('b', 'secret-b');
  expect([await vault.get('a'), await vault.get('b'), await vault.view(), told]).toEqual([
    'secret-a',
    'secret-b',
    'session',
    ['unkept'],
  ]);
  expect(file.text() ?? '').not.toContain('secret');
  expect(await open({ file, cipher: keyStore('k', false) }).vault.get('a')).toBeNull();
});

it('a newer secret without a key store replaces the sealed one', async () => {
  const file = disk();
  await open({ file }).vault.set('a', 'old');
  await open({ file, cipher: keyStore('k', false) }).vault.set('a', 'new');
  expect(await open({ file }).vault.get('a')).toBeNull();
});

it('says which secret cannot be opened any more', async () => {
  const file = disk();
  await open({ file }).vault.set('a', 'x');
  const { vault, told } = open({ file, cipher: keyStore('other') });
  expect([await vault.get('a'), told]).toEqual([null, ['unreadable a']]);
});

it('writes that overlap are all kept', async () => {
  const file = disk();
  const { vault } = open({ file });
  await Promise.all(['a', 'b', 'c', 'd'].map((name) => vault.set(name, name)));
  expect(await Promise.all(['a', 'b', 'c', 'd'].map((name) => vault.get(name)))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

it.each(['', '{', '[]', 'null', '{"entries":5}', '{"entries":{"a":5}}'])(
  'reads a spoilt file %j as empty',
  async (text) => {
    expect(await open({ file: disk(text) }).vault.get('a')).toBeNull();
  },
);
