import { describe, expect, it } from 'vitest';
import { externalAddress, isOwnPage, isTrusted, mayHave } from './trust.ts';

const page = 'app://changkong/index.html#/room/demo';

describe('who is heard', () => {
  it.each([
    ['our page', { frameUrl: page, topFrame: true, ownWindow: true }, true],
    ['a frame inside it', { frameUrl: page, topFrame: false, ownWindow: true }, false],
    ['a window we did not open', { frameUrl: page, topFrame: true, ownWindow: false }, false],
    ['a frame that is gone', { frameUrl: null, topFrame: true, ownWindow: true }, false],
    ['a remote page', { frameUrl: 'https://changkong/', topFrame: true, ownWindow: true }, false],
  ])('%s', (_name, sender, heard) => {
    expect(isTrusted(sender)).toBe(heard);
  });
});

it.each([
  [page, true],
  ['app://changkong', true],
  ['app://changkong.evil.example/', false],
  ['app://changkong@evil.example/', false],
  ['app://evil.example/?app://changkong/', false],
  ['app://user@changkong/', false],
  ['https://app://changkong/', false],
  ['file:///app/index.html', false],
  ['about:blank', false],
  ['', false],
])('own page: %s', (address, own) => {
  expect(isOwnPage(address)).toBe(own);
});

it.each([
  ['https://dashboard.example/u?id=1', true],
  ['HTTPS://EXAMPLE.com', true],
  ['http://example.com/', false],
  ['https://user:pw@example.com/', false],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['changkong://room/demo', false],
  ['ms-msdt:/id', false],
  ['smb://host/share', false],
  ['https://', false],
  [`https://example.com/${'a'.repeat(2_000)}`, false],
])('may be opened outside: %s', (address, allowed) => {
  expect(externalAddress(address) !== null).toBe(allowed);
});

it.each([
  ['notifications', page, true],
  ['clipboard-sanitized-write', page, true],
  ['clipboard-read', page, false],
  ['media', page, false],
  ['geolocation', page, false],
  ['openExternal', page, false],
  ['notifications', 'https://example.com/', false],
])('permission %s at %s', (permission, address, given) => {
  expect(mayHave(permission, address)).toBe(given);
});
