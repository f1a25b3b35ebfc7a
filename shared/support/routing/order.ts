import type { RoutingConfig } from '../config.ts';
import type { Waiting } from './state.ts';

/** Head start by priority, ms. */
export function boostMs(config: RoutingConfig, waiting: Waiting): number {
  return waiting.priority === 'normal' ? 0 : config.boostSec[waiting.priority] * 1_000;
}

/**
 * The line, first first: by the time of queueing, moved forward by the priority's head start. Since a
 * head start is bounded, whoever has waited that much longer goes first, so nobody starves.
 */
export function inLine(config: RoutingConfig, waiting: readonly Waiting[]): readonly Waiting[] {
  return [...waiting].sort(
    (left, right) =>
      left.queuedAt - boostMs(config, left) - (right.queuedAt - boostMs(config, right)) ||
      left.queuedAt - right.queuedAt ||
      (left.id < right.id ? -1 : 1),
  );
}
