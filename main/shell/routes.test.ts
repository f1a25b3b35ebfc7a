import { expect, it } from 'vitest';
import { parseRoute } from '../../renderer/app/routes.ts';
import { routeOf, type Showing } from './routes.ts';

it.each<[Showing, ReturnType<typeof parseRoute>]>([
  [{ window: 'workbench' }, { kind: 'workbench' }],
  [
    { window: 'workbench', roomId: 'a.b-1' },
    { kind: 'workbench', roomId: 'a.b-1' },
  ],
  [{ window: 'supervisor', roomId: 'demo' }, { kind: 'supervisor' }],
  [
    { window: 'streamer', roomId: 'demo' },
    { kind: 'streamer', roomId: 'demo' },
  ],
  [{ window: 'review' }, { kind: 'review', query: {} }],
  [
    { window: 'review', roomId: 'demo' },
    { kind: 'review', query: { room: 'demo' } },
  ],
])('the page understands the route of %j', (showing, route) => {
  expect(parseRoute(`#${routeOf(showing)}`)).toEqual(route);
});
