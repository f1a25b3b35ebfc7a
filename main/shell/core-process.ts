import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { CoreView } from '../../shared/api/desktop.ts';
import { exhaustive } from '../../shared/domain/result.ts';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import type { CoreStart, FromCore, PortOwner } from '../core/utility-protocol.ts';
import { type CoreChild, forkCore } from './core-child.ts';
import { viewOfCore } from './core-view.ts';
import { answerSecret } from './secret-answers.ts';
import {
  BEGINNING,
  SILENT_MS,
  type SupervisionEffect,
  type SupervisionInput,
  supervise,
} from './supervision.ts';

export interface CoreProcessOptions {
  /** The core's bundle. */
  readonly entry: string;
  readonly start: CoreStart;
  readonly secrets: Secrets;
  /** Whose window it is; null when it is gone. */
  readonly ownerOf: (windowId: number) => PortOwner | null;
  /** Gives the page's end of a new channel to the window. */
  readonly deliver: (windowId: number, port: MessagePortMain) => void;
  readonly onView: (view: CoreView) => void;
  readonly log: (text: string) => void;
  readonly now: () => number;
}

/** The supervised core. */
export interface CoreProcess {
  /** Starts it, or starts it again after it refused to. */
  readonly start: () => void;
  readonly view: () => CoreView;
  /** A page listens and wants a port: now, and after every restart until its window is gone. */
  readonly asked: (windowId: number) => void;
  readonly gone: (windowId: number) => void;
  readonly power: (state: 'suspend' | 'resume') => void;
  /** Events stored by the running core; null when it is not running or does not answer within 2 s. */
  readonly storedEvents: () => Promise<number | null>;
  /** Resolves when the core has closed its files and gone, at the latest after five seconds. */
  readonly stop: () => Promise<void>;
}

const ASK_EVERY_MS = 2_000;

/** Runs the core in a utilityProcess and carries out what the supervisor decides. */
export function createCoreProcess(options: CoreProcessOptions): CoreProcess {
  let state = BEGINNING;
  let child: CoreChild | null = null;
  let timer: NodeJS.Timeout | undefined;
  let questions = 0;
  const answers = new Map<number, (storedEvents: number | null) => void>();
  const finished = Promise.withResolvers<void>();
  let unwatch = (): void => undefined;

  /** Asks the running core again and again; each answer is a sign of life. */
  const watch = (): (() => void) => {
    let aliveAt = performance.now();
    let askedAt = aliveAt;
    const every = setInterval(() => {
      const now = performance.now();
      // Where this process itself stood still (a sleep, a busy machine), silence says nothing.
      if (now - askedAt > 2 * ASK_EVERY_MS) aliveAt = now;
      askedAt = now;
      if (now - aliveAt >= SILENT_MS) {
        aliveAt = now;
        feed({ kind: 'silent' });
      }
      void ask().then((answer) => {
        if (answer !== null) aliveAt = performance.now();
      });
    }, ASK_EVERY_MS);
    return () => clearInterval(every);
  };

  const feed = (input: SupervisionInput): void => {
    const step = supervise(state, input);
    state = step.state;
    for (const effect of step.effects) carryOut(effect);
  };

  const carryOut = (effect: SupervisionEffect): void => {
    switch (effect.kind) {
      case 'spawn':
        child = forkCore(options.entry, hear, exited);
        child.tell({ kind: 'start', start: options.start });
        break;
      case 'hand_over':
        handOver(effect.windowId);
        break;
      case 'wait':
        clearTimeout(timer);
        timer = setTimeout(() => feed({ kind: 'due' }), effect.ms);
        break;
      case 'ask_to_stop':
        child?.tell({ kind: 'stop' });
        break;
      case 'kill':
        options.log('the core does not answer and is ended');
        child?.kill();
        break;
      case 'show':
        options.onView(viewOfCore(effect.core));
        break;
      case 'finished':
        clearTimeout(timer);
        finished.resolve();
        break;
      default:
        exhaustive(effect);
    }
  };

  const exited = (code: number): void => {
    child = null;
    unwatch();
    for (const answer of answers.values()) answer(null);
    options.log(`the core's process ended with code ${code}`);
    feed({ kind: 'exited', detail: `code ${code}`, at: options.now() });
  };

  const handOver = (windowId: number): void => {
    const owner = options.ownerOf(windowId);
    if (owner === null) return;
    const { port1, port2 } = new MessageChannelMain();
    child?.tell({ kind: 'port', owner }, [port1]);
    options.deliver(windowId, port2);
  };

  const hear = (message: FromCore): void => {
    const asker = child;
    switch (message.kind) {
      case 'started':
        feed({ kind: 'started', at: options.now() });
        unwatch = watch();
        break;
      case 'refused':
        options.log(`the core refused to start: ${message.fault.code} ${message.fault.detail ?? ''}`);
        feed({ kind: 'refused', fault: message.fault });
        break;
      case 'secret':
        void answerSecret(options.secrets, message).then((answer) => asker?.tell(answer));
        break;
      case 'gauges':
        answers.get(message.id)?.(message.storedEvents);
        break;
      case 'log':
        options.log(`${message.level}: ${message.text}`);
        break;
      default:
        exhaustive(message);
    }
  };

  const ask = (): Promise<number | null> => {
    questions += 1;
    const id = questions;
    const { promise, resolve } = Promise.withResolvers<number | null>();
    const late = setTimeout(() => resolve(null), 2_000);
    answers.set(id, resolve);
    child?.tell({ kind: 'ask_gauges', id });
    return promise.finally(() => {
      clearTimeout(late);
      answers.delete(id);
    });
  };

  return {
    start: () => feed({ kind: 'start' }),
    view: () => viewOfCore(state.core),
    asked: (windowId) => feed({ kind: 'asked', windowId }),
    gone: (windowId) => feed({ kind: 'gone', windowId }),
    power: (power) => child?.tell({ kind: 'power', state: power }),
    storedEvents: () => (state.core.kind === 'running' ? ask() : Promise.resolve(null)),
    stop: () => {
      feed({ kind: 'stop' });
      return finished.promise;
    },
  };
}
