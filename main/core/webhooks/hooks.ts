import type { HubSettings } from '../../../shared/api/settings.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { PluginHttpRequest, PluginHttpResponse } from '../../../shared/plugin/plugin.ts';
import type { Tickets } from '../tickets/service.ts';
import type { Webhook } from './deliveries.ts';
import { serveStatusCallback } from './status-callback.ts';

/** The name of the one ticket hook, as its callback address says it. */
export const TICKET_HOOK = 'tickets';

/** The systems to tell, as the settings say; none without an address. */
export function hooksOf(settings: HubSettings): readonly Webhook[] {
  const hook = settings.ticketHook;
  if (hook === null || hook.url === '') return [];
  return [
    {
      id: TICKET_HOOK,
      url: hook.url,
      secret: hook.secret,
      ...(hook.department === undefined ? {} : { department: hook.department }),
    },
  ];
}

/** Answers `POST /ingress/v1/hooks/{hook}`. */
export interface TicketHooks {
  readonly http: (hook: string, request: PluginHttpRequest) => Promise<PluginHttpResponse>;
}

/** A status that comes back becomes the ticket's external state, and its own state where it may. */
export function ticketHooks(deps: {
  readonly settings: () => HubSettings;
  readonly clock: Clock;
  readonly tickets: Tickets;
  readonly takeNonce: (key: string, expiresAt: number) => Promise<boolean>;
}): TicketHooks {
  const { tickets } = deps;
  return {
    http: (hook, request) =>
      serveStatusCallback(hook, request, {
        clock: deps.clock,
        takeNonce: deps.takeNonce,
        secretOf: (id) => hooksOf(deps.settings()).find((each) => each.id === id)?.secret ?? null,
        async apply(callback) {
          const ticketId = callback.ticketId ?? tickets.byExternalId(callback.externalId ?? '');
          if (ticketId === undefined) return fail(fault('not_found', callback.externalId));
          const external = {
            status: callback.status,
            ...(callback.externalId === undefined ? {} : { id: callback.externalId }),
            ...(callback.url === undefined ? {} : { url: callback.url }),
          };
          const note = [callback.status, callback.note ?? ''].filter((part) => part !== '').join('：');
          const told = await tickets.setExternal(ticketId, external, note);
          if (!told.ok || callback.state === undefined || callback.state === told.value.state) return told;
          const resolution = told.value.resolution ?? note;
          const moved = await tickets.change(
            ticketId,
            told.value.version,
            { state: callback.state, resolution },
            { kind: 'system', id: 'webhook', name: 'Webhook' },
          );
          return moved.ok ? moved : ok(told.value);
        },
      }),
  };
}
