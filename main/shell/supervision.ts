import type { Fault } from '../../shared/domain/fault.ts';
import { exhaustive } from '../../shared/domain/result.ts';

/** How the core process stands; the page and the tray show it. */
export type CoreState =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'starting'; readonly crashes: number }
  | { readonly kind: 'running'; readonly crashes: number; readonly since: number }
  /** It fell over; it is started again at `until` (epoch ms). */
  | { readonly kind: 'waiting'; readonly crashes: number; readonly until: number; readonly detail: string }
  /** It said why it cannot start. `leaving` while its process is still there. */
  | { readonly kind: 'refused'; readonly fault: Fault; readonly leaving: boolean; readonly again: boolean }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'finished' };

/** The supervisor's whole memory. `windows`: those whose page asked for a port and is still open. */
export interface Supervision {
  readonly core: CoreState;
  readonly windows: readonly number[];
}

export type SupervisionInput =
  | { readonly kind: 'start' }
  | { readonly kind: 'started'; readonly at: number }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'exited'; readonly detail: string; readonly at: number }
  /** A running core has not answered for {@link SILENT_MS}. */
  | { readonly kind: 'silent' }
  /** The time asked for by the last `wait` is over. */
  | { readonly kind: 'due' }
  /** A page asks for a port: after every load of its document. */
  | { readonly kind: 'asked'; readonly windowId: number }
  | { readonly kind: 'gone'; readonly windowId: number }
  | { readonly kind: 'stop' };

export type SupervisionEffect =
  | { readonly kind: 'spawn' }
  | { readonly kind: 'hand_over'; readonly windowId: number }
  /** One timer: a new wait replaces the one before. */
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'ask_to_stop' }
  | { readonly kind: 'kill' }
  | { readonly kind: 'show'; readonly core: CoreState }
  | { readonly kind: 'finished' };

export interface SupervisionStep {
  readonly state: Supervision;
  readonly effects: readonly SupervisionEffect[];
}

export const BEGINNING: Supervision = { core: { kind: 'stopped' }, windows: [] };

/** First back-off 250 ms, doubled after each crash, at most 30 s. */
export const FIRST_WAIT_MS = 250;
export const LONGEST_WAIT_MS = 30_000;
/** Crashes are forgotten after this long without one. */
export const CALM_MS = 60_000;
/** A core that answers nothing for so long hangs; it is ended, which counts as a crash. */
export const SILENT_MS = 12_000;
/** How long the core may take to close its files when the app quits. */
export const STOP_WITHIN_MS = 5_000;

/** What the supervisor does next. Pure: the process, the timer and the windows are its effects. */
export function supervise(state: Supervision, input: SupervisionInput): SupervisionStep {
  switch (input.kind) {
    case 'start':
      return start(state);
    case 'started':
      return state.core.kind === 'starting' ? started(state, state.core.crashes, input.at) : stay(state);
    case 'refused':
      return state.core.kind === 'starting'
        ? become(state, { kind: 'refused', fault: input.fault, leaving: true, again: false })
        : stay(state);
    case 'exited':
      return exited(state, input.detail, input.at);
    case 'silent':
      return state.core.kind === 'running' ? { state, effects: [{ kind: 'kill' }] } : stay(state);
    case 'due':
      return due(state);
    case 'asked':
      return asked(state, input.windowId);
    case 'gone':
      return stay({ ...state, windows: state.windows.filter((id) => id !== input.windowId) });
    case 'stop':
      return stop(state);
    default:
      return exhaustive(input);
  }
}

function start(state: Supervision): SupervisionStep {
  const { core } = state;
  if (core.kind === 'stopped' || core.kind === 'waiting') return spawn(state, crashesOf(core));
  if (core.kind !== 'refused') return stay(state);
  return core.leaving ? stay({ ...state, core: { ...core, again: true } }) : spawn(state, 0);
}

function started(state: Supervision, crashes: number, at: number): SupervisionStep {
  const step = become(state, { kind: 'running', crashes, since: at });
  const ports = state.windows.map((windowId) => ({ kind: 'hand_over', windowId }) as const);
  return { state: step.state, effects: [...step.effects, ...ports] };
}

function exited(state: Supervision, detail: string, at: number): SupervisionStep {
  const { core } = state;
  switch (core.kind) {
    case 'starting':
    case 'running': {
      const calm = core.kind === 'running' && at - core.since >= CALM_MS;
      const crashes = calm ? 1 : core.crashes + 1;
      const ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(crashes - 1, 16));
      return become(state, { kind: 'waiting', crashes, until: at + ms, detail }, { kind: 'wait', ms });
    }
    case 'refused':
      return core.again ? spawn(state, 0) : stay({ ...state, core: { ...core, leaving: false } });
    case 'stopping':
      return become(state, { kind: 'finished' }, { kind: 'finished' });
    case 'stopped':
    case 'waiting':
    case 'finished':
      return stay(state);
    default:
      return exhaustive(core);
  }
}

function due(state: Supervision): SupervisionStep {
  if (state.core.kind === 'waiting') return spawn(state, state.core.crashes);
  return state.core.kind === 'stopping' ? { state, effects: [{ kind: 'kill' }] } : stay(state);
}

function asked(state: Supervision, windowId: number): SupervisionStep {
  const windows = state.windows.includes(windowId) ? state.windows : [...state.windows, windowId];
  const effects = state.core.kind === 'running' ? [{ kind: 'hand_over', windowId } as const] : [];
  return { state: { ...state, windows }, effects };
}

function stop(state: Supervision): SupervisionStep {
  const { core } = state;
  if (core.kind === 'stopping' || core.kind === 'finished') return stay(state);
  const alive =
    core.kind === 'starting' || core.kind === 'running' || (core.kind === 'refused' && core.leaving);
  return alive
    ? become(state, { kind: 'stopping' }, { kind: 'ask_to_stop' }, { kind: 'wait', ms: STOP_WITHIN_MS })
    : become(state, { kind: 'finished' }, { kind: 'finished' });
}

function spawn(state: Supervision, crashes: number): SupervisionStep {
  return become(state, { kind: 'starting', crashes }, { kind: 'spawn' });
}

function become(
  state: Supervision,
  core: CoreState,
  ...effects: readonly SupervisionEffect[]
): SupervisionStep {
  return { state: { ...state, core }, effects: [{ kind: 'show', core }, ...effects] };
}

function stay(state: Supervision): SupervisionStep {
  return { state, effects: [] };
}

function crashesOf(core: CoreState): number {
  return core.kind === 'waiting' ? core.crashes : 0;
}
