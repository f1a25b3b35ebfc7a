import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { ActionSchema } from '../domain/action.ts';
import { RoleSchema } from '../domain/actor.ts';
import { AuditEntrySchema } from '../domain/audit.ts';
import { EscalationSchema } from '../domain/escalation.ts';
import { FaultSchema } from '../domain/fault.ts';
import { FlagSchema } from '../domain/flag.ts';
import { RoomSchema, StreamSchema } from '../domain/room.ts';
import type { Capability, ReplayPosition } from '../plugin/plugin.ts';
import * as input from './inputs.ts';
import { learningContract } from './learning.ts';
import { forAnyone, forPublic, forRoles } from './procedure.ts';
import { rulesContract } from './rules.ts';
import { SettingsPatchSchema, SettingsSchema } from './settings.ts';
import { shopContract } from './shop.ts';
import { supportContract } from './support.ts';
import { ticketsContract } from './tickets.ts';
import type {
  ChatFrame,
  ChatRow,
  DeskFrame,
  DisputeCard,
  Gauges,
  PersonCard,
  RoomView,
  StreamerFrame,
  TimelineView,
} from './views.ts';

const desk = forRoles('controller', 'supervisor');
const boss = forRoles('supervisor');
const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), cursor: z.string().optional() });

export const MemberSchema = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(RoleSchema),
  roomIds: z.array(z.string()).optional(),
  paired: z.boolean(),
  lastSeenAt: z.number().optional(),
  revokedAt: z.number().optional(),
});
/** Somebody with access, without secrets. */
export type MemberView = z.infer<typeof MemberSchema>;

export const PluginViewSchema = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  /** JSON Schema of a room's settings, for the form. */
  settings: z.record(z.string(), z.unknown()),
  capabilities: z.array(z.custom<Capability>()),
  signIn: z.boolean(),
});
export type PluginView = z.infer<typeof PluginViewSchema>;

/** Every call and feed of the core: schema, roles and HTTP form in one value. */
export const contract = {
  session: {
    hello: forAnyone
      .route({ method: 'GET', path: '/session', summary: 'Who am I, and which version is the core' })
      .input(z.object({ version: z.coerce.number().int().optional() }))
      .output(z.object({ member: MemberSchema, version: z.number(), transport: z.enum(['local', 'hub']) })),
    pair: forPublic
      .route({
        method: 'POST',
        path: '/session/pair',
        summary: 'Turn a one-time pairing token into a session',
      })
      .input(input.PairInput)
      .output(z.object({ member: MemberSchema, sessionToken: z.string() })),
    leave: forAnyone
      .route({ method: 'POST', path: '/session/leave', summary: 'End this session' })
      .output(z.object({})),
    invite: boss
      .route({ method: 'POST', path: '/session/invites', summary: 'Make a one-time pairing token' })
      .input(input.InviteInput)
      .output(z.object({ token: z.string(), expiresAt: z.number(), member: MemberSchema })),
    members: desk
      .route({ method: 'GET', path: '/session/members', summary: 'People with access' })
      .output(z.array(MemberSchema)),
    revoke: boss
      .route({ method: 'POST', path: '/session/revoke', summary: 'End somebody’s access' })
      .input(z.object({ memberId: z.string() }))
      .output(z.object({})),
  },
  rooms: {
    list: desk
      .route({ method: 'GET', path: '/rooms', summary: 'All rooms' })
      .output(type<readonly RoomView[]>()),
    plugins: desk
      .route({ method: 'GET', path: '/plugins', summary: 'What rooms can be connected to' })
      .output(z.array(PluginViewSchema)),
    create: boss
      .route({ method: 'POST', path: '/rooms', summary: 'Add a room' })
      .input(input.RoomInput)
      .output(RoomSchema),
    update: boss
      .route({ method: 'PUT', path: '/rooms/{id}', summary: 'Change a room' })
      .input(input.RoomInput)
      .output(RoomSchema),
    remove: boss
      .route({ method: 'DELETE', path: '/rooms/{roomId}', summary: 'Remove a room; what was stored stays' })
      .input(input.RoomIdInput)
      .output(z.object({})),
    connect: desk
      .route({ method: 'POST', path: '/rooms/{roomId}/connect', summary: 'Connect the source' })
      .input(input.RoomIdInput)
      .output(z.object({})),
    disconnect: desk
      .route({ method: 'POST', path: '/rooms/{roomId}/disconnect', summary: 'Disconnect the source' })
      .input(input.RoomIdInput)
      .output(z.object({})),
    test: boss
      .route({
        method: 'POST',
        path: '/rooms/test',
        summary: 'Try a source for five seconds without storing',
      })
      .input(z.object({ plugin: z.string(), settings: z.record(z.string(), z.unknown()) }))
      .output(z.object({ state: z.string(), events: z.number(), fault: FaultSchema.optional() })),
    control: desk
      .route({ method: 'POST', path: '/rooms/{roomId}/replay', summary: 'Play, pause, seek a recording' })
      .input(input.ReplayControlInput)
      .output(type<ReplayPosition>()),
    emergency: desk
      .route({
        method: 'POST',
        path: '/rooms/{roomId}/emergency',
        summary: 'Emergency modes on, or put back as they were',
      })
      .input(z.object({ roomId: RoomSchema.shape.id, on: z.boolean() }))
      .output(z.object({ actions: z.array(ActionSchema) })),
    signInStart: boss
      .route({ method: 'POST', path: '/sign-in/start', summary: 'Begin a platform sign-in by device code' })
      .input(z.object({ roomId: RoomSchema.shape.id }))
      .output(
        z.object({
          userCode: z.string(),
          verificationUri: z.string(),
          expiresAt: z.number(),
          intervalSec: z.number(),
        }),
      ),
    signInPoll: boss
      .route({ method: 'POST', path: '/sign-in/poll', summary: 'Ask whether the device code was entered' })
      .input(z.object({ roomId: RoomSchema.shape.id }))
      .output(
        z.object({
          state: z.enum(['waiting', 'done']),
          login: z.string().optional(),
          scopes: z.array(z.string()).optional(),
        }),
      ),
    signInPaste: boss
      .route({ method: 'POST', path: '/sign-in/paste', summary: 'Use a pasted access token' })
      .input(z.object({ roomId: RoomSchema.shape.id, token: z.string().min(10).max(500) }))
      .output(z.object({ login: z.string(), scopes: z.array(z.string()) })),
  },
  feeds: {
    desk: desk
      .route({
        method: 'GET',
        path: '/feeds/desk',
        summary: 'Rooms, flags, actions, tickets, escalations, as they change',
      })
      .input(z.object({ resume: input.ResumeInput }))
      .output(eventIterator(type<DeskFrame>())),
    chat: desk
      .route({ method: 'GET', path: '/feeds/chat', summary: 'A room’s danmaku and gifts' })
      .input(z.object({ roomId: RoomSchema.shape.id, resume: input.ResumeInput }))
      .output(eventIterator(type<ChatFrame>())),
    streamer: forRoles('streamer', 'supervisor', 'controller')
      .route({ method: 'GET', path: '/feeds/streamer', summary: 'Disputes that concern the streamer' })
      .input(z.object({ roomId: RoomSchema.shape.id, resume: input.ResumeInput }))
      .output(eventIterator(type<StreamerFrame>())),
  },
  flags: {
    list: desk
      .route({ method: 'GET', path: '/flags', summary: 'Flags, newest first' })
      .input(input.PageInput)
      .output(page(FlagSchema)),
    get: desk
      .route({ method: 'GET', path: '/flags/{flagId}', summary: 'One flag' })
      .input(z.object({ flagId: z.string() }))
      .output(FlagSchema),
    claim: desk
      .route({ method: 'POST', path: '/flags/{flagId}/claim', summary: 'Take a flag' })
      .input(z.object({ flagId: z.string() }))
      .output(FlagSchema),
    release: desk
      .route({ method: 'POST', path: '/flags/{flagId}/release', summary: 'Give a flag back' })
      .input(z.object({ flagId: z.string() }))
      .output(FlagSchema),
    dismiss: desk
      .route({
        method: 'POST',
        path: '/flags/{flagId}/dismiss',
        summary: 'No trouble: says why, and teaches the room',
      })
      .input(input.DismissInput)
      .output(FlagSchema),
    allow: desk
      .route({
        method: 'POST',
        path: '/flags/{flagId}/allow',
        summary: 'Always allow this person or text here',
      })
      .input(input.AllowInput)
      .output(FlagSchema),
    resolve: desk
      .route({ method: 'POST', path: '/flags/{flagId}/resolve', summary: 'Done with it' })
      .input(z.object({ flagId: z.string(), note: z.string().max(2_000).optional() }))
      .output(FlagSchema),
  },
  actions: {
    perform: desk
      .route({ method: 'POST', path: '/actions', summary: 'Ask for one or many actions' })
      .input(z.object({ requests: z.array(input.ActionRequestSchema).min(1).max(500) }))
      .output(z.object({ actions: z.array(ActionSchema) })),
    undo: desk
      .route({ method: 'POST', path: '/actions/undo', summary: 'Take actions back; a result for each' })
      .input(
        z.object({
          actionIds: z.array(z.string()).min(1).max(500),
          undoIds: z.array(z.uuid()).min(1).max(500),
        }),
      )
      .output(
        z.object({
          results: z.array(
            z.object({
              actionId: z.string(),
              action: ActionSchema.optional(),
              fault: FaultSchema.optional(),
            }),
          ),
        }),
      ),
    list: desk
      .route({ method: 'GET', path: '/actions', summary: 'Actions, newest first' })
      .input(input.PageInput)
      .output(page(ActionSchema)),
    reason: desk
      .route({ method: 'POST', path: '/actions/{actionId}/reason', summary: 'Give the reason afterwards' })
      .input(z.object({ actionId: z.string(), reason: z.string().min(1).max(500) }))
      .output(ActionSchema),
  },
  people: {
    card: desk
      .route({
        method: 'GET',
        path: '/people/card',
        summary: 'A viewer: gifts, flags, actions, messages, notes, tickets',
      })
      .input(z.object({ personId: z.string().max(400), roomId: RoomSchema.shape.id }))
      .output(type<PersonCard>()),
    note: desk
      .route({ method: 'POST', path: '/people/notes', summary: 'Add a remark on a viewer' })
      .input(
        z.object({
          personId: z.string().max(400),
          roomId: RoomSchema.shape.id,
          text: z.string().min(1).max(2_000),
        }),
      )
      .output(z.object({ id: z.string() })),
  },
  tickets: ticketsContract,
  escalations: {
    create: desk
      .route({ method: 'POST', path: '/escalations', summary: 'Hand a flag or ticket up' })
      .input(input.EscalateInput)
      .output(EscalationSchema),
    list: desk
      .route({ method: 'GET', path: '/escalations', summary: 'Escalations, newest first' })
      .input(input.PageInput)
      .output(page(EscalationSchema)),
    take: boss
      .route({ method: 'POST', path: '/escalations/{escalationId}/take', summary: 'Take over' })
      .input(z.object({ escalationId: z.string() }))
      .output(EscalationSchema),
    resolve: boss
      .route({ method: 'POST', path: '/escalations/{escalationId}/resolve', summary: 'Resolve' })
      .input(z.object({ escalationId: z.string(), resolution: z.string().min(1).max(2_000) }))
      .output(EscalationSchema),
  },
  review: {
    streams: desk
      .route({ method: 'GET', path: '/review/streams', summary: 'Sittings of rooms, newest first' })
      .input(input.PageInput)
      .output(page(StreamSchema)),
    timeline: desk
      .route({ method: 'GET', path: '/review/timeline', summary: 'Rates, gifts, flags, actions, gaps' })
      .input(
        z.object({
          roomId: z.string(),
          from: z.coerce.number(),
          to: z.coerce.number(),
          bucketMs: z.coerce.number().int().min(1_000).max(86_400_000),
        }),
      )
      .output(type<TimelineView>()),
    events: desk
      .route({ method: 'GET', path: '/review/events', summary: 'Search and page through what was stored' })
      .input(input.EventsInput)
      .output(type<{ readonly rows: readonly ChatRow[]; readonly cursor?: string | undefined }>()),
    csv: desk
      .route({ method: 'GET', path: '/review/csv', summary: 'The same, as CSV text; at most 50,000 rows' })
      .input(input.EventsInput.omit({ limit: true, cursor: true }))
      .output(z.object({ name: z.string(), csv: z.string(), rows: z.number(), truncated: z.boolean() })),
    audit: boss
      .route({ method: 'GET', path: '/audit', summary: 'The audit log' })
      .input(
        z.object({
          fromSeq: z.coerce.number().int().optional(),
          roomId: z.string().optional(),
          limit: z.coerce.number().int().min(1).max(1_000).default(200),
        }),
      )
      .output(
        z.object({
          entries: z.array(AuditEntrySchema),
          intact: z.boolean(),
          brokenAt: z.number().optional(),
        }),
      ),
  },
  streamer: {
    cards: forRoles('streamer', 'supervisor', 'controller')
      .route({ method: 'GET', path: '/streamer/cards', summary: 'Disputes that concern the streamer' })
      .input(input.RoomIdInput)
      .output(type<readonly DisputeCard[]>()),
    ask: forRoles('streamer')
      .route({ method: 'POST', path: '/streamer/ask', summary: '“Ask my controller”' })
      .input(z.object({ roomId: RoomSchema.shape.id, text: z.string().min(1).max(500), id: z.uuid() }))
      .output(EscalationSchema),
  },
  settings: {
    get: desk
      .route({ method: 'GET', path: '/settings', summary: 'The hub’s settings' })
      .output(SettingsSchema),
    put: boss
      .route({ method: 'PATCH', path: '/settings', summary: 'Change settings; what is not named stays' })
      .input(SettingsPatchSchema)
      .output(SettingsSchema),
    hookDeliveries: boss
      .route({ method: 'GET', path: '/settings/deliveries', summary: 'The webhook delivery log' })
      .input(input.PageInput)
      .output(
        page(
          z.object({
            id: z.string(),
            event: z.string(),
            state: z.string(),
            attempts: z.number(),
            nextAt: z.number(),
            createdAt: z.number(),
            lastStatus: z.number().optional(),
            lastError: z.string().optional(),
          }),
        ),
      ),
  },
  status: {
    gauges: desk.route({ method: 'GET', path: '/status', summary: 'What the core is doing' }).output(
      type<{
        readonly gauges: Gauges;
        readonly store: {
          readonly files: readonly { readonly name: string; readonly bytes: number }[];
          readonly backlog: number;
        };
        readonly version: string;
      }>(),
    ),
  },
  learning: learningContract,
  support: supportContract,
  shop: shopContract,
  rules: rulesContract,
} as const;

/** The contract's type, from which clients and the router derive. */
export type Contract = typeof contract;
