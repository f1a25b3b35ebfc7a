import { isStaff } from '../detect/standing.ts';
import { spentFen } from './attributes.ts';
import type { Exemptions } from './rule.ts';
import { NO, type Scene, type Tri, UNKNOWN, YES } from './scene.ts';

/**
 * Whether a rule spares the person: staff, bots and the streamer always; then whom the rule names. Unknown
 * where the spend would decide and nobody looked it up: the rule then waits for it.
 */
export function isExempt(exempt: Exemptions, scene: Scene): Tri {
  const { actor } = scene.event;
  if (actor === undefined) return NO;
  if (isStaff(actor)) return YES;
  if (exempt.roles.some((role) => actor.roles.includes(role))) return YES;
  if (exempt.guards && actor.guardTier !== undefined) return YES;
  if (exempt.medalLevel !== undefined && (actor.medal?.level ?? 0) >= exempt.medalLevel) return YES;
  if (exempt.level !== undefined && (actor.level ?? 0) >= exempt.level) return YES;
  if (scene.personId !== undefined && exempt.persons.includes(scene.personId)) return YES;
  if (exempt.spentFen === undefined) return NO;
  const spent = spentFen(scene);
  if (spent === undefined) return UNKNOWN;
  return spent >= exempt.spentFen ? YES : NO;
}
