import { useMemo } from 'react';
import type { Capability } from '../../../shared/plugin/plugin.ts';
import { useDesk } from '../../app/services.tsx';
import { type Target, targetOf } from '../../logic/subject.ts';
import { useModel } from './context.tsx';

/** Whom and what the action keys would hit now. */
export function useTarget(): Target | undefined {
  const subject = useModel((state) => state.subject);
  const leftOut = useModel((state) => state.leftOut);
  const flags = useDesk((desk) => desk.flags);
  return useMemo(() => targetOf(subject, flags, leftOut), [subject, flags, leftOut]);
}

/** What the platform of the target's own room offers, which need not be the room on the screen. */
export function useOffered(target: Target | undefined): readonly Capability[] {
  return useDesk((desk) => desk.rooms.get(target?.roomId ?? '')?.capabilities) ?? NOTHING;
}

const NOTHING: readonly Capability[] = [];
