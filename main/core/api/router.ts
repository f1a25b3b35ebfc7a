import type { Services } from '../services.ts';
import { api } from './context.ts';
import { actionsRouter, escalationsRouter, flagsRouter } from './desk.ts';
import { feedsRouter } from './feeds.ts';
import { learningRouter } from './learning.ts';
import { peopleRouter, reviewRouter, settingsRouter, statusRouter, streamerRouter } from './review.ts';
import { roomsRouter } from './rooms.ts';
import { rulesRouter } from './rules.ts';
import { sessionRouter } from './session.ts';
import { shopRouter } from './shop.ts';
import { supportRouter } from './support.ts';
import { ticketsRouter } from './tickets.ts';

/** The contract, answered by the services; the same router for every transport. */
export function createRouter(services: Services) {
  return api.router({
    session: sessionRouter(services),
    rooms: roomsRouter(services),
    feeds: feedsRouter(services),
    flags: flagsRouter(services),
    actions: actionsRouter(services),
    people: peopleRouter(services),
    tickets: ticketsRouter(services),
    escalations: escalationsRouter(services),
    review: reviewRouter(services),
    streamer: streamerRouter(services),
    settings: settingsRouter(services),
    status: statusRouter(services),
    learning: learningRouter(services),
    support: supportRouter(services),
    shop: shopRouter(services),
    rules: rulesRouter(services),
  });
}
