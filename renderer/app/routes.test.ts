import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from './routes.ts';

describe('routes', () => {
  it.each<[string, Route]>([
    ['#/', { kind: 'workbench' }],
    ['#/room/demo', { kind: 'workbench', roomId: 'demo' }],
    ['#/supervisor', { kind: 'supervisor' }],
    ['#/streamer/demo', { kind: 'streamer', roomId: 'demo' }],
    ['#/review', { kind: 'review', query: {} }],
    ['#/review?room=demo&text=%E9%80%80', { kind: 'review', query: { room: 'demo', text: '退' } }],
    ['#/tickets', { kind: 'tickets' }],
    ['#/tickets/t1', { kind: 'tickets', ticketId: 't1' }],
    ['#/settings', { kind: 'settings' }],
    ['#/settings/rooms', { kind: 'settings', section: 'rooms' }],
    ['#/rules', { kind: 'rules' }],
    ['#/rules/no-links', { kind: 'rules', place: 'no-links' }],
    ['#/rules/lists/ads', { kind: 'rules', place: 'lists', item: 'ads' }],
    ['#/learning', { kind: 'learning' }],
    ['#/learning/demo', { kind: 'learning', roomId: 'demo' }],
    ['#/pair/abc', { kind: 'pair', token: 'abc' }],
  ])('%s', (hash, route) => {
    expect([parseRoute(hash), formatRoute(route)]).toEqual([route, hash]);
  });

  it.each(['', '#', '#/nowhere', '#/room/', '#pair=abc', '#/%E0%A4%A'])('%j is the workbench', (hash) => {
    expect(parseRoute(hash)).toEqual({ kind: 'workbench' });
  });
});
