import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { ApiClient } from '../../shared/api/client.ts';
import type { MemberView } from '../../shared/api/contract.ts';
import { createStudio, type StudioModel, type StudioState } from '../pages/rules/model.ts';
import { createModel, type WorkbenchModel } from '../pages/workbench/model.ts';
import type { ChatState } from '../state/chat.ts';
import { type ChatStores, createChats } from '../state/chat-store.ts';
import type { DeskState } from '../state/desk.ts';
import { createDesk, type DeskStore } from '../state/desk-store.ts';
import { feedLine } from '../state/feed-line.ts';
import type { Preferences } from '../state/preferences.ts';
import { createRuleNames, type RuleNames } from '../state/rule-names.ts';
import type { SupportState } from '../state/support-desk.ts';
import { createSupport, type SupportStore } from '../state/support-store.ts';
import type { ApiConnection, ConnectionState } from '../transport/connection.ts';

export { useNow } from '../talk/use-now.ts';

/** What every page works with. */
export interface Services {
  readonly connection: ApiConnection;
  readonly desk: DeskStore;
  readonly chats: ChatStores;
  readonly support: SupportStore;
  readonly preferences: StoreApi<Preferences>;
  /** What the person at the workbench is in the middle of; it stays while other pages are open. */
  readonly workbench: WorkbenchModel;
  /** Rules being written; they stay while other pages are open. */
  readonly studio: StudioModel;
  readonly ruleNames: StoreApi<RuleNames>;
}

/** Puts the stores over a connection. */
export function createServices(connection: ApiConnection, preferences: StoreApi<Preferences>): Services {
  const line = feedLine(connection);
  return {
    connection,
    desk: createDesk(line),
    chats: createChats(line),
    support: createSupport(connection, line),
    preferences,
    workbench: createModel(),
    studio: createStudio(),
    ruleNames: createRuleNames(),
  };
}

const Context = createContext<Services | null>(null);

/** Hands the services to everything below. */
export function ServicesProvider(props: { readonly services: Services; readonly children: ReactNode }) {
  return <Context value={props.services}>{props.children}</Context>;
}

/** The services; only below {@link ServicesProvider}. */
export function useServices(): Services {
  const services = useContext(Context);
  if (services === null) throw new Error('no services above this component');
  return services;
}

/** Calls of the core. The same object over reconnects. */
export function useClient(): ApiClient {
  return useServices().connection.client;
}

/** How the line to the core stands. */
export function useConnection(): ConnectionState {
  return useStore(useServices().connection.state);
}

/** Who is at the page; absent while the line has never been open. */
export function useMember(): MemberView | undefined {
  const state = useConnection();
  const [member, setMember] = useState<MemberView | undefined>(undefined);
  const now = state.kind === 'open' ? state.member : undefined;
  useEffect(() => {
    if (now !== undefined) setMember(now);
  }, [now]);
  return now ?? member;
}

/** A part of the desk; the component renders again only when that part changes identity. */
export function useDesk<T>(select: (desk: DeskState) => T): T {
  return useStore(useServices().desk.store, select);
}

/** A part of the support desk; the component renders again only when that part changes identity. */
export function useSupport<T>(select: (support: SupportState) => T): T {
  return useStore(useServices().support.store, select);
}

/** A part of what is being written in the rule studio. */
export function useStudio<T>(select: (studio: StudioState) => T): T {
  return useStore(useServices().studio, select);
}

/** A room's chat, followed while the component is there. */
export function useChat(roomId: string): ChatState {
  const { chats } = useServices();
  useEffect(() => chats.follow(roomId), [chats, roomId]);
  return useStore(chats.of(roomId));
}

/** What this person likes, and how to change it. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const { preferences } = useServices();
  return [useStore(preferences), (change) => preferences.setState(change)];
}
