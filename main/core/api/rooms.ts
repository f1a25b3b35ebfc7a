import { z } from 'zod';
import type { RoomView } from '../../../shared/api/views.ts';
import type { PluginDescription } from '../../../shared/plugin/plugin.ts';
import { actorOf, type Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import { api, checkRoom, unwrap } from './context.ts';
import { hideSecrets, keepSecrets } from './secret-fields.ts';

const TRIAL_MS = 5_000;

/** Rooms, sources, sign-in, emergency. */
export function roomsRouter(services: Services) {
  const { rooms, plugins, emergency, signIns, clock } = services;
  return {
    list: api.rooms.list.handler(({ context }) => mayName(context.caller, rooms.views())),
    plugins: api.rooms.plugins.handler(() => [...plugins.values()].map(pluginView)),
    create: api.rooms.create.handler(async ({ input, context }) => {
      checkRoom(context.caller, input.id);
      const made = unwrap(await rooms.add({ ...input, createdAt: clock.now() }, actorOf(context.caller)));
      return { ...made, settings: hideSecrets(made.settings) };
    }),
    update: api.rooms.update.handler(async ({ input, context }) => {
      checkRoom(context.caller, input.id);
      const settings = keepSecrets(input.settings, rooms.get(input.id)?.room.settings ?? {});
      const changed = unwrap(await rooms.update({ ...input, settings }, actorOf(context.caller)));
      return { ...changed, settings: hideSecrets(changed.settings) };
    }),
    remove: api.rooms.remove.handler(async ({ input, context }) => {
      unwrap(await rooms.remove(input.roomId, actorOf(context.caller)));
      return {};
    }),
    connect: api.rooms.connect.handler(async ({ input, context }) => {
      unwrap(await rooms.connect(input.roomId, actorOf(context.caller)));
      return {};
    }),
    disconnect: api.rooms.disconnect.handler(async ({ input, context }) => {
      unwrap(await rooms.disconnect(input.roomId, actorOf(context.caller)));
      return {};
    }),
    test: api.rooms.test.handler(async ({ input }) =>
      unwrap(await rooms.test(input.plugin, input.settings, TRIAL_MS)),
    ),
    control: api.rooms.control.handler(({ input }) => unwrap(rooms.control(input.roomId, input.command))),
    emergency: api.rooms.emergency.handler(async ({ input, context }) => ({
      actions: [...unwrap(await emergency.set(input.roomId, input.on, actorOf(context.caller)))],
    })),
    signInStart: api.rooms.signInStart.handler(async ({ input }) =>
      unwrap(await signIns.start(input.roomId)),
    ),
    signInPoll: api.rooms.signInPoll.handler(async ({ input, context }) =>
      unwrap(await signIns.poll(input.roomId, actorOf(context.caller))),
    ),
    signInPaste: api.rooms.signInPaste.handler(async ({ input, context }) =>
      unwrap(await signIns.paste(input.roomId, input.token, actorOf(context.caller))),
    ),
  };
}

/** Rooms as this session may see them: only its own, and settings (which may hold secrets) only for supervisors. */
export function mayName(caller: Caller, views: readonly RoomView[]): readonly RoomView[] {
  const own =
    caller.roomIds === undefined ? views : views.filter((view) => caller.roomIds?.includes(view.room.id));
  return own.map((view) => redact(caller, view));
}

/** The room without what this session may not read. */
export function redact(caller: Caller, view: RoomView): RoomView {
  if (!caller.roles.includes('supervisor')) return { ...view, room: { ...view.room, settings: {} } };
  const settings = hideSecrets(view.room.settings);
  return { ...view, room: { ...view.room, settings } };
}

function pluginView(plugin: PluginDescription) {
  const parsed = plugin.settings.safeParse({});
  return {
    id: plugin.id,
    name: { ...plugin.name },
    settings: z.toJSONSchema(plugin.settings, { io: 'input', unrepresentable: 'any' }) as Record<
      string,
      unknown
    >,
    capabilities: parsed.success ? [...plugin.capabilities(parsed.data)] : [],
    signIn: plugin.signIn !== undefined,
  };
}
