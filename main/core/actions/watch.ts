import type { Action } from '../../../shared/domain/action.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import { personIdOf } from '../../../shared/domain/person.ts';

/** Which actions an event could say something about, found without searching on the hot path. */
export interface Watch {
  /** Remembers a mute or ban by its room and person. */
  readonly add: (action: Action) => void;
  /** The speaker's newest mute or ban, or the room's actions that are not seen to work yet. */
  readonly candidates: (event: LiveEvent) => readonly Action[];
  /** Forgets actions that the desk has forgotten. */
  readonly prune: () => void;
}

/** Watches the desk's actions. Memory is bounded by them. */
export function createWatch(actions: ReadonlyMap<string, Action>): Watch {
  const binding = new Map<string, string>();
  return {
    add(action) {
      if (action.target === undefined || (action.kind !== 'mute' && action.kind !== 'ban')) return;
      const key = `${action.roomId}|${action.target.id}`;
      const before = actions.get(binding.get(key) ?? '');
      if (before !== undefined && before.requestedAt > action.requestedAt) return;
      binding.set(key, action.id);
    },
    candidates(event) {
      if (event.kind === 'chat') {
        if (event.actor === undefined || binding.size === 0) return [];
        const id = binding.get(`${event.roomId}|${personIdOf(event.platform, event.actor)}`);
        const action = id === undefined ? undefined : actions.get(id);
        return action === undefined || action.state === 'contradicted' ? [] : [action];
      }
      const found: Action[] = [];
      for (const action of actions.values())
        if (action.roomId === event.roomId && action.state !== 'confirmed') found.push(action);
      return found;
    },
    prune() {
      for (const [key, id] of binding) if (!actions.has(id)) binding.delete(key);
    },
  };
}
