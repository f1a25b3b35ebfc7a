import { ACTION_KINDS, type ActionKind } from '../../shared/domain/action.ts';
import type { Capability } from '../../shared/plugin/plugin.ts';
import type { IngressSettings } from './settings.ts';

/** Every kind of action: by call where the room has an address for it and the platform named it. */
export function ingressCapabilities(settings: IngressSettings): readonly Capability[] {
  return ACTION_KINDS.map((action): Capability => {
    const base = {
      action,
      reversible: REVERSIBLE.has(action),
      confirmBy: 'event',
      targetNeeds: targetOf(action),
    } as const;
    const stated = settings.capabilities.find((entry) => entry.action === action);
    if (settings.callbackUrl === undefined || stated === undefined) return { ...base, mode: 'none' };
    return { ...defined(stated), ...base, mode: 'api' };
  });
}

const REVERSIBLE: ReadonlySet<ActionKind> = new Set(['mute', 'ban', 'slow_mode', 'room_mute']);

function targetOf(action: ActionKind): 'userId' | 'messageId' | 'none' {
  if (action === 'delete') return 'messageId';
  return action === 'say' || action === 'slow_mode' || action === 'room_mute' ? 'none' : 'userId';
}

type Stated = IngressSettings['capabilities'][number];
type Limits = { readonly [K in keyof Capability]?: Exclude<Capability[K], undefined> };

function defined(stated: Stated): Limits {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}
