import { expect, it } from 'vitest';
import { linkAmong, routeOfLink } from './deep-link.ts';

it.each([
  ['changkong://room/demo', '/room/demo'],
  ['changkong://room/demo/', '/room/demo'],
  ['changkong://room/tw-room_1.x', '/room/tw-room_1.x'],
  ['CHANGKONG://room/demo', '/room/demo'],
  ['changkong://room/', null],
  ['changkong://room', null],
  ['changkong://room/a/b', null],
  ['changkong://room/../settings', '/room/settings'],
  ['changkong://room/%2e%2e', null],
  ['changkong://room/a%2fb', null],
  ['changkong://room/demo?x=1', null],
  ['changkong://room/demo#/settings', null],
  ['changkong://user:pw@room/demo', null],
  ['changkong://settings/demo', null],
  ['https://room/demo', null],
  ['javascript:alert(1)', null],
  ['changkong://room/<img src=x>', null],
  [`changkong://room/${'a'.repeat(65)}`, null],
  ['', null],
])('%s opens %s', (link, route) => {
  expect(routeOfLink(link)).toBe(route);
});

it('finds the link among a second start’s arguments', () => {
  expect(linkAmong(['/opt/changkong', '--no-sandbox', 'changkong://room/demo'])).toBe(
    'changkong://room/demo',
  );
  expect(linkAmong(['/opt/changkong'])).toBeNull();
});
