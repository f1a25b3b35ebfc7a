import type { Agent } from '../../../../shared/support/agent.ts';
import type { Group } from '../../../../shared/support/config.ts';
import { wordsOf } from './text-lists.ts';

/** A group's skills are this many at most. */
export const MOST_SKILLS = 20;
const LONGEST = 40;

/** The group with the skills as they were typed; none needed is no such field. */
export function withSkills(group: Group, typed: readonly string[]): Group {
  const { skills: _, ...others } = group;
  const skills = wordsOf(typed.join('\n'))
    .map((word) => word.slice(0, LONGEST))
    .slice(0, MOST_SKILLS);
  return skills.length === 0 ? others : { ...others, skills: [...new Set(skills)] };
}

/** Whether somebody knows all that the group needs; without such an agent its viewers wait for ever. */
export function isCovered(group: Group, agents: Iterable<Pick<Agent, 'skills'>>): boolean {
  const { skills = [] } = group;
  return (
    skills.length === 0 || [...agents].some((agent) => skills.every((one) => agent.skills.includes(one)))
  );
}
