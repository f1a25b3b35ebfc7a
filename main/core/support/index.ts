import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import {
  type ConfigDifference,
  differences,
  PRESETS,
  type PresetId,
  presetParts,
} from '../../../shared/support/presets.ts';
import type { QueueRow, SupportChange, SupportFrame, SupportGauges } from '../../../shared/support/views.ts';
import type { Store } from '../../store/store.ts';
import type { Actions } from '../actions/service.ts';
import type { Desk } from '../desk.ts';
import type { Log } from '../effects.ts';
import type { Flags } from '../flags/service.ts';
import type { People } from '../people/card.ts';
import { createRing, type Ring } from '../push/ring.ts';
import type { Tickets } from '../tickets/service.ts';
import type { WebhookSender } from '../webhooks/sender.ts';
import { createAbuseScore } from './abuse-score.ts';
import { type Agents, createAgents } from './agents.ts';
import { type Automatic, createAutomatic } from './automatic.ts';
import { type Blocks, createBlocks } from './blocks.ts';
import { type Bot, createBot } from './bot.ts';
import { createSupportSettings, type SupportSettings } from './config.ts';
import { createDoors, type Doors } from './doors.ts';
import { createEscalating, type Escalating } from './escalating.ts';
import type { FileStore } from './files.ts';
import { createSupportHooks, type SupportHooks } from './hooks.ts';
import { createKnowledge, type Knowledge } from './knowledge.ts';
import { languageOf } from './language.ts';
import { createListening } from './listening.ts';
import { createLookers, type Lookers } from './lookers.ts';
import { createManagerAsks } from './managers.ts';
import { openAiProvider } from './openai.external.ts';
import { createPictures, type Pictures } from './pictures.ts';
import type { AnswerProvider } from './provider.ts';
import { createQueueing } from './queueing.ts';
import { createRetention } from './retention.ts';
import { createReveals, isPrivate, type Reveals } from './reveals.ts';
import { createRoomSide, type RoomSide } from './room-side.ts';
import { createRouting, type Routing } from './routing.ts';
import { createStaffDesk, type StaffDesk } from './staff-desk.ts';
import { createSupportState, type SupportState } from './state.ts';
import { createStatistics, type Statistics } from './statistics.ts';
import { createTransfers, type Transfers } from './transfers.ts';
import { createTranslating, type Translating } from './translating.ts';
import { createTyping, type Typing } from './typing.ts';
import { createUploads, type Uploads } from './uploads.ts';
import { createViewerDesk, type ViewerDesk } from './viewer-desk.ts';
import { createViewers, type Viewers } from './viewers.ts';
import { lastOf, lastText } from './views.ts';

/** What the support desk is given. */
export interface SupportDeps {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: FileStore;
  readonly fetch: typeof fetch;
  readonly webhooks: Pick<WebhookSender, 'accept'>;
  readonly log: Log;
  readonly actions: Actions;
  readonly tickets: () => Tickets;
  readonly people: People;
  readonly flags: Pick<Flags, 'appeal'>;
  readonly roomName: (roomId: string) => string | undefined;
  /** The room's sitting that is on now. */
  readonly streamId: (roomId: string) => string | undefined;
  readonly memberName: (id: string) => string | undefined;
  /** A provider in place of the configured one, for tests. */
  readonly provider?: AnswerProvider | undefined;
  /** What draws pictures anew; `sharp` unless given. */
  readonly pictures?: Pictures | undefined;
}

/** The support desk behind the room. */
export interface Support {
  readonly state: SupportState;
  readonly settings: SupportSettings;
  readonly viewers: Viewers;
  readonly viewerDesk: ViewerDesk;
  readonly staff: StaffDesk;
  readonly agents: Agents;
  readonly transfers: Transfers;
  readonly escalating: Escalating;
  readonly roomSide: RoomSide;
  readonly routing: Routing;
  readonly typing: Typing;
  readonly uploads: Uploads;
  readonly knowledge: Knowledge;
  readonly bot: Bot;
  readonly automatic: Automatic;
  readonly statistics: Statistics;
  readonly lookers: Lookers;
  /** The system that hears of conversations. */
  readonly hooks: SupportHooks['hooks'];
  readonly reveals: Reveals;
  readonly isPrivate: (row: Conversation) => boolean;
  readonly translating: Translating;
  readonly blocks: Blocks;
  readonly doors: Doors;
  readonly roomName: (roomId: string) => string | undefined;
  readonly ring: Ring<SupportChange>;
  readonly epoch: string;
  readonly snapshot: (
    position: { readonly epoch: string; readonly offset: number },
    sees: (roomId: string) => boolean,
  ) => SupportFrame;
  readonly preset: {
    readonly preview: (id: PresetId) => readonly ConfigDifference[];
    readonly apply: (id: PresetId, by: Actor) => Promise<Result<SupportConfig>>;
    readonly undo: (by: Actor) => Promise<Result<SupportConfig>>;
  };
  /** One round of everything that happens by time; the core calls it every second. */
  readonly tick: () => Promise<void>;
}

const RING = 4_000;
const SWEEP_MS = 60_000;
const RETAIN_MS = 3_600_000;

/** Puts the support desk together. */
export async function createSupport(deps: SupportDeps): Promise<Support> {
  const { store, desk, clock, ids } = deps;
  const settings = await createSupportSettings({ store, desk, clock });
  const config = settings.current;
  const hooks = createSupportHooks({ config, clock, ids });
  const isHidden = (row: Conversation): boolean => isPrivate(row, config());
  const doors = createDoors({ clock, limits: () => config().doors, secret: settings.secret });
  const blocks = await createBlocks({ store, desk, clock });
  const managers = await createManagerAsks({
    store,
    clock,
    perDay: () => config().escalation.managerPerDay,
  });
  const state = await createSupportState({
    store,
    desk,
    clock,
    ids,
    outbox: { prepare: (row, traces) => hooks.prepare(row, traces), accept: deps.webhooks.accept },
  });
  const past = (await store.list({ table: 'conversations', where: { state: 'closed' }, limit: 200 })).rows;
  const routing = createRouting({ state, config, clock, ids, past });
  const typing = createTyping(clock, state.talks.poke);
  const uploads = createUploads({
    store,
    desk,
    files: deps.files,
    clock,
    secret: settings.secret,
    pictures: deps.pictures ?? createPictures(),
  });
  const escalating = createEscalating({ state, desk, clock, ids });
  const queueing = createQueueing({ state, config, clock, ids, routing });
  const roomSide = createRoomSide({
    store,
    desk,
    state,
    actions: deps.actions,
    tickets: deps.tickets,
    people: deps.people,
    streamId: deps.streamId,
    flags: deps.flags,
    isPrivate: isHidden,
    clock,
    ids,
  });
  const knowledge = await createKnowledge({ store, desk, clock, ids, uploads });
  const viewers = createViewers({ config, secret: settings.secret, clock, ids });
  const provider = (): AnswerProvider | null => {
    const configured = config().bot.provider;
    return deps.provider ?? (configured === null ? null : openAiProvider(configured, deps.fetch));
  };
  const translating = createTranslating({ state, config, clock, provider });
  const bot = createBot({
    state,
    config,
    clock,
    ids,
    knowledge,
    queueing,
    routing,
    provider,
    isPrivate: isHidden,
  });
  const automatic = createAutomatic({ state, config, clock, ids, escalating, isPrivate: isHidden });
  const ring = createRing<SupportChange>(RING, 0);
  const epoch = ids.next();
  const places = new Map<string, string>();
  let lastGauges = '';

  const lasts = new Map<string, { readonly seq: number; readonly text: string }>();
  /** Marks and translations of older messages come too: only the newest words count. */
  const learnLast = (id: string, messages: readonly Message[]): void => {
    const last = lastOf(messages);
    if (last !== undefined && last.seq >= (lasts.get(id)?.seq ?? 0))
      lasts.set(id, { seq: last.seq, text: lastText(last) });
  };
  const rowOf = (conversation: Conversation): QueueRow => {
    const estimate = conversation.state === 'queued' ? routing.estimateOf(conversation.id) : undefined;
    return {
      conversation,
      lastText: lasts.get(conversation.id)?.text ?? '',
      ...(estimate === undefined ? {} : { estimate }),
    };
  };
  state.onChange((conversation, messages) => {
    learnLast(conversation.id, messages);
    ring.push([{ kind: 'conversation', row: rowOf(conversation) }]);
  });
  state.onAgent((agent) => ring.push([{ kind: 'agent', agent }]));
  for (const row of state.conversations.values()) learnLast(row.id, await state.talks.messages(row.id));

  const gaugesNow = (): SupportGauges => ({ ...routing.gauges(), appeals: blocks.appeals() });
  /** Places and estimates move while nothing else changes. */
  const pushPlaces = (): void => {
    for (const row of state.conversations.values()) {
      const estimate = row.state === 'queued' ? routing.estimateOf(row.id) : undefined;
      const key =
        estimate === undefined ? '' : `${estimate.place}:${Math.round((estimate.highMs ?? 0) / 15_000)}`;
      if ((places.get(row.id) ?? '') === key) continue;
      places.set(row.id, key);
      state.talks.poke(row.id);
      if (estimate !== undefined) ring.push([{ kind: 'conversation', row: rowOf(row) }]);
    }
    for (const id of places.keys()) if (!state.conversations.has(id)) places.delete(id);
    const gauges = gaugesNow();
    const text = JSON.stringify({ ...gauges, longestWaitMs: Math.round(gauges.longestWaitMs / 5_000) });
    if (text !== lastGauges) ring.push([{ kind: 'gauges', gauges }]);
    lastGauges = text;
  };
  const reveals = createReveals({ state, config, clock });
  const retention = createRetention({
    store,
    files: deps.files,
    clock,
    days: () => config().retentionDays,
    isPrivate: isHidden,
    forget: state.forgetOne,
  });
  let retainAt = 0;
  let sweepAt = 0;
  let ticking: Promise<void> | null = null;
  const round = async (): Promise<void> => {
    await routing.run();
    await automatic.tick();
    pushPlaces();
    typing.forget();
    reveals.lapse();
    if (clock.now() >= sweepAt) {
      sweepAt = clock.now() + SWEEP_MS;
      doors.sweep();
      managers.forget();
      state.forget();
    }
    if (clock.now() >= retainAt) {
      // A full page means that there is more: the next round goes on.
      retainAt = (await retention.run()) > 0 ? 0 : clock.now() + RETAIN_MS;
    }
    for (const id of lasts.keys()) if (!state.conversations.has(id)) lasts.delete(id);
  };

  return {
    state,
    settings,
    viewers,
    routing,
    typing,
    uploads,
    escalating,
    roomSide,
    knowledge,
    bot,
    automatic,
    ring,
    epoch,
    roomName: deps.roomName,
    hooks: hooks.hooks,
    lookers: createLookers(state.talks.poke),
    reveals,
    isPrivate: isHidden,
    translating,
    blocks,
    doors,
    statistics: createStatistics(store, clock),
    viewerDesk: createViewerDesk({
      store,
      state,
      config,
      clock,
      ids,
      routing,
      queueing,
      typing,
      uploads,
      escalating,
      listening: createListening({ clock, languageOf, abuseOf: createAbuseScore(deps.log) }),
      managers,
      doors,
      blocks,
      isPrivate: isHidden,
      roomName: (roomId) => deps.roomName(roomId) ?? roomId,
      contextOf: roomSide.contextOf,
      appealed: roomSide.appealed,
    }),
    staff: createStaffDesk({ state, config, clock, ids, routing, typing, uploads, languageOf }),
    agents: createAgents({ state, config, routing, clock, memberName: deps.memberName }),
    transfers: createTransfers({
      state,
      config,
      clock,
      ids,
      routing,
      escalating,
      ticket: roomSide.ticket,
    }),
    snapshot: (position, sees) => ({
      kind: 'snapshot',
      position,
      rows: [...state.conversations.values()]
        .filter((row) => row.state !== 'closed' && sees(row.roomId))
        .sort((left, right) => (left.queuedAt ?? left.createdAt) - (right.queuedAt ?? right.createdAt))
        .map(rowOf),
      agents: [...state.agents.values()],
      gauges: gaugesNow(),
    }),
    preset: {
      preview: (id) => differences(config(), { ...config(), ...PRESETS[id] }),
      async apply(id, by) {
        const kept = await settings.keepBefore(config());
        return kept.ok ? settings.change(PRESETS[id], by, `support.preset.${id}`) : kept;
      },
      async undo(by) {
        const before = settings.beforePreset();
        if (before === null) return ok(config());
        const back = await settings.change(presetParts(before, config()), by, 'support.preset.undo');
        if (back.ok) await settings.keepBefore(null);
        return back;
      },
    },
    tick() {
      // A broken disk shows as the store's fault; the next second tries again.
      ticking ??= round()
        .catch((error) => deps.log('error', 'support round failed', { error: String(error) }))
        .finally(() => {
          ticking = null;
        });
      return ticking;
    },
  };
}
