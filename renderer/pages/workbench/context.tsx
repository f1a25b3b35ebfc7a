import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { RoomView } from '../../../shared/api/views.ts';
import type { Commands } from './commands.ts';
import type { WorkbenchModel, WorkbenchState } from './model.ts';

/** What the parts of the workbench share. */
export interface Workbench {
  readonly model: WorkbenchModel;
  readonly commands: Commands;
  readonly room: RoomView;
}

const Context = createContext<Workbench | null>(null);

/** Hands the workbench to its parts. */
export function WorkbenchProvider(props: { readonly value: Workbench; readonly children: ReactNode }) {
  return <Context value={props.value}>{props.children}</Context>;
}

/** The workbench; only inside its page. */
export function useWorkbench(): Workbench {
  const workbench = useContext(Context);
  if (workbench === null) throw new Error('not inside the workbench');
  return workbench;
}

/** A part of what the person is in the middle of. */
export function useModel<T>(select: (state: WorkbenchState) => T): T {
  return useStore(useWorkbench().model, select);
}
