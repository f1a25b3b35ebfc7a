import { fault } from '../../../shared/domain/fault.ts';
import { fieldsOf } from '../../store/index-fields.ts';
import type { IndexField, ListQuery, TableName } from '../../store/store.ts';
import { actorOf, type Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import { api, checkRoom, errorOf, unwrap, visible } from './context.ts';
import { ownPage } from './own-page.ts';

const isBoss = (caller: Caller): boolean => caller.roles.includes('supervisor');

/** Flags. */
export function flagsRouter({ flags, desk, store }: Services) {
  return {
    list: api.flags.list.handler(async ({ input, context }) =>
      ownPage(context.caller, store, queryOf('flags', input)),
    ),
    get: api.flags.get.handler(async ({ input, context }) =>
      visible(context.caller, await desk.getFlag(input.flagId)),
    ),
    claim: api.flags.claim.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getFlag(input.flagId));
      return unwrap(await flags.claim(input.flagId, actorOf(context.caller), isBoss(context.caller)));
    }),
    release: api.flags.release.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getFlag(input.flagId));
      return unwrap(await flags.release(input.flagId, actorOf(context.caller), isBoss(context.caller)));
    }),
    dismiss: api.flags.dismiss.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getFlag(input.flagId));
      return unwrap(await flags.dismiss(input.flagId, actorOf(context.caller), input.reason, input.note));
    }),
    allow: api.flags.allow.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getFlag(input.flagId));
      return unwrap(await flags.allow(input.flagId, actorOf(context.caller), input.what));
    }),
    resolve: api.flags.resolve.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getFlag(input.flagId));
      return unwrap(await flags.resolve(input.flagId, actorOf(context.caller), input.note));
    }),
  };
}

/** Actions. */
export function actionsRouter({ actions, desk, store }: Services) {
  return {
    perform: api.actions.perform.handler(async ({ input, context }) => {
      for (const request of input.requests) {
        checkRoom(context.caller, request.roomId);
        const flag = request.flagId === undefined ? null : await desk.getFlag(request.flagId);
        if (flag?.ok) checkRoom(context.caller, flag.value.roomId);
      }
      return { actions: [...unwrap(await actions.perform(input.requests, actorOf(context.caller)))] };
    }),
    undo: api.actions.undo.handler(async ({ input, context }) => {
      for (const actionId of input.actionIds) {
        const found = await desk.getAction(actionId);
        if (found.ok) checkRoom(context.caller, found.value.roomId);
      }
      const outcomes = await actions.undo(input.actionIds, input.undoIds, actorOf(context.caller));
      return { results: outcomes.map((outcome) => ({ ...outcome })) };
    }),
    list: api.actions.list.handler(async ({ input, context }) =>
      ownPage(context.caller, store, queryOf('actions', input)),
    ),
    reason: api.actions.reason.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getAction(input.actionId));
      return unwrap(await actions.giveReason(input.actionId, input.reason, actorOf(context.caller)));
    }),
  };
}

/** Escalations. */
export function escalationsRouter({ escalations, desk, store }: Services) {
  return {
    create: api.escalations.create.handler(async ({ input, context }) => {
      if (input.flagId !== undefined) visible(context.caller, await desk.getFlag(input.flagId));
      if (input.ticketId !== undefined) visible(context.caller, await desk.getTicket(input.ticketId));
      return unwrap(await escalations.create(input, actorOf(context.caller)));
    }),
    list: api.escalations.list.handler(async ({ input, context }) =>
      ownPage(context.caller, store, queryOf('escalations', input)),
    ),
    take: api.escalations.take.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getEscalation(input.escalationId));
      return unwrap(await escalations.take(input.escalationId, actorOf(context.caller)));
    }),
    resolve: api.escalations.resolve.handler(async ({ input, context }) => {
      visible(context.caller, await desk.getEscalation(input.escalationId));
      return unwrap(await escalations.resolve(input.escalationId, actorOf(context.caller), input.resolution));
    }),
  };
}

interface PageQuery {
  readonly roomId?: string | undefined;
  readonly state?: string | undefined;
  readonly category?: string | undefined;
  readonly personId?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The store's query for a page of records; `invalid` for a filter that the table does not have. */
export function queryOf<T extends TableName>(table: T, input: PageQuery): ListQuery<T> {
  const { roomId, state, category, personId, ...rest } = input;
  const where = Object.fromEntries(
    Object.entries({ roomId, state, category, personId }).filter(([, value]) => value !== undefined),
  ) as ListQuery<T>['where'];
  for (const name of Object.keys(where ?? {}))
    if (!fieldsOf(table).includes(name as IndexField))
      throw errorOf(fault('invalid', `${name}: no such filter`));
  return { table, where, order: 'newest', ...rest };
}

/** Leaves out rows of rooms that the session may not see. */
export function onlyOwn<T extends { readonly roomId: string }>(
  caller: Caller,
  page: { readonly rows: readonly T[]; readonly cursor?: string | undefined },
): { rows: T[]; cursor?: string } {
  const rows =
    caller.roomIds === undefined
      ? [...page.rows]
      : page.rows.filter((row) => caller.roomIds?.includes(row.roomId));
  return { rows, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}
