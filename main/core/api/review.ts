import type { HubSettings } from '../../../shared/api/settings.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { verifyAuditChain } from '../../store/audit-chain.ts';
import { actorOf } from '../access/members.ts';
import { shownCards } from '../push/streamer-feed.ts';
import type { Services } from '../services.ts';
import { api, checkRoom, checkWholeHub, errorOf, unwrap } from './context.ts';
import { queryOf } from './desk.ts';
import { ownPage } from './own-page.ts';
import { hideSecret, keepSecret } from './secret-fields.ts';

/** Looking back. */
export function reviewRouter({ review, store }: Services) {
  return {
    streams: api.review.streams.handler(async ({ input, context }) =>
      ownPage(context.caller, store, queryOf('streams', input)),
    ),
    timeline: api.review.timeline.handler(({ input }) =>
      review.timeline(input.roomId, input.from, input.to, input.bucketMs),
    ),
    events: api.review.events.handler(async ({ input, context }) => {
      const page = await review.events(input);
      return {
        ...page,
        rows:
          context.caller.roomIds === undefined
            ? page.rows
            : page.rows.filter((row) => context.caller.roomIds?.includes(row.roomId)),
      };
    }),
    csv: api.review.csv.handler(async ({ input, context }) => {
      if (context.caller.roomIds !== undefined) {
        if (input.roomId === undefined) throw errorOf(fault('invalid', 'roomId: name one of your rooms'));
        checkRoom(context.caller, input.roomId);
      }
      const made = await review.csv(input);
      return { ...made, name: `changkong-${input.roomId ?? 'all'}-${input.from ?? 0}.csv` };
    }),
    audit: api.review.audit.handler(async ({ input, context }) => {
      const own = context.caller.roomIds;
      const asked = await store.audit({
        limit: input.limit,
        ...(input.fromSeq === undefined ? {} : { fromSeq: input.fromSeq }),
        ...(input.roomId === undefined ? {} : { roomId: input.roomId }),
      });
      const entries =
        own === undefined
          ? asked
          : asked.filter((entry) => entry.roomId !== undefined && own.includes(entry.roomId));
      const whole = input.roomId === undefined ? asked : await store.audit({ limit: 100_000 });
      const checked = verifyAuditChain(whole);
      const broken = checked.ok ? undefined : (whole[checked.index]?.seq ?? checked.index);
      return {
        entries: [...entries],
        intact: checked.ok,
        ...(broken === undefined ? {} : { brokenAt: broken }),
      };
    }),
  };
}

/** Viewers. */
export function peopleRouter({ people, rooms, store }: Services) {
  return {
    card: api.people.card.handler(async ({ input, context }) => {
      const streamId = rooms.get(input.roomId)?.streamId;
      const stream = streamId === undefined ? null : await store.get('streams', streamId);
      const of = context.caller.roomIds;
      return unwrap(await people.card(input.roomId, input.personId, stream?.startedAt, of));
    }),
    note: api.people.note.handler(async ({ input, context }) =>
      unwrap(await people.note(input.roomId, input.personId, input.text, actorOf(context.caller))),
    ),
  };
}

/** The streamer's own page. */
export function streamerRouter({ push, escalations }: Services) {
  return {
    cards: api.streamer.cards.handler(({ input }) => shownCards(push.streamerSource(input.roomId))),
    ask: api.streamer.ask.handler(async ({ input, context }) =>
      unwrap(await escalations.ask(input, actorOf(context.caller))),
    ),
  };
}

/** Settings and state. */
export function settingsRouter({ settings, store }: Services) {
  return {
    get: api.settings.get.handler(() => shown(settings.current())),
    put: api.settings.put.handler(async ({ input, context }) => {
      checkWholeHub(context.caller);
      const kept = settings.current().ticketHook?.secret;
      const hook = input.ticketHook;
      const patch =
        hook == null ? input : { ...input, ticketHook: { ...hook, secret: keepSecret(hook.secret, kept) } };
      return shown(unwrap(await settings.change(patch, actorOf(context.caller))));
    }),
    hookDeliveries: api.settings.hookDeliveries.handler(async ({ input, context }) => {
      checkWholeHub(context.caller);
      const page = await store.list({
        table: 'deliveries',
        order: 'newest',
        limit: input.limit,
        ...(input.cursor === undefined ? {} : { cursor: input.cursor }),
      });
      return {
        rows: page.rows.map(({ body: _, hook: _hook, ...row }) => row),
        ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      };
    }),
  };
}

/** Secrets go in and never come out. */
function shown(settings: HubSettings): HubSettings {
  const { ticketHook } = settings;
  return ticketHook === null
    ? settings
    : { ...settings, ticketHook: { ...ticketHook, secret: hideSecret(ticketHook.secret) } };
}

/** What the core is doing. */
export function statusRouter({ push, store, version }: Services) {
  return {
    gauges: api.status.gauges.handler(() => {
      const gauges = store.gauges();
      return {
        gauges: push.gauges(),
        store: { files: gauges.files, backlog: gauges.backlogEvents },
        version,
      };
    }),
  };
}
