import { BlockList, isIP } from 'node:net';
import { fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';

/**
 * Where a signed call may go: https, or http to this machine. Addresses of private and link-local
 * networks (where cloud machines keep their credentials) are refused unless permitted. The parsed
 * host is compared, never the text. Names are not resolved here.
 */
export function checkCallbackUrl(text: string, allowPrivate: boolean): Result<URL> {
  if (!URL.canParse(text)) return fail(fault('invalid', '不是网址 / not a URL'));
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return fail(fault('invalid', '网址不能带用户名或密码 / no user or password in the URL'));
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isLoopback(host) && (url.protocol === 'http:' || url.protocol === 'https:')) return ok(url);
  if (url.protocol !== 'https:')
    return fail(fault('invalid', '必须是 https，本机地址除外 / https is needed, except on this machine'));
  if (!allowPrivate && isPrivate(host))
    return fail(fault('invalid', '内网地址未获允许 / an address of a private network is not permitted'));
  return ok(url);
}

/** An address of this machine, as a number; a name is none. */
export function isLoopbackAddress(address: string): boolean {
  return within(LOOPBACK, address);
}

/** An address of a private, link-local or reserved network, as a number, also where IPv6 wraps it; a name is none. */
export function isPrivateAddress(address: string): boolean {
  return within(PRIVATE, address);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || within(LOOPBACK, host);
}

function isPrivate(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || within(PRIVATE, host);
}

function within(list: BlockList, host: string): boolean {
  const version = isIP(host);
  return version !== 0 && list.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

function blocks(
  subnets: readonly (readonly [address: string, bits: number, family: 'ipv4' | 'ipv6'])[],
): BlockList {
  const list = new BlockList();
  for (const [address, bits, family] of subnets) list.addSubnet(address, bits, family);
  return list;
}

const LOOPBACK = blocks([
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]);

const PRIVATE = blocks([
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  // What wraps an IPv4 address: NAT64, 6to4, Teredo.
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]);
