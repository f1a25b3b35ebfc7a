import type { Core } from '../../main/core/core.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { BenchRules } from '../../shared/rules/bench-rules.ts';
import { must } from './bench-core.ts';

/** Puts rules live by the road every rule takes: saved, in the shadow, live. */
export async function letRulesLive(core: Core, { rules, lists }: BenchRules): Promise<void> {
  const own = core.services.rules;
  const editor = { by: SYSTEM, scope: undefined };
  for (const list of lists) must(await own.lists.save(list.id, { baseVersion: 0, content: list }, editor));
  for (const { id, definition } of rules) {
    must(await own.keeper.save(id, { baseVersion: 0, definition }, editor));
    must(await own.keeper.stage(id, 1, 'shadow', editor));
    must(await own.keeper.stage(id, 1, 'live', editor));
  }
  await own.settled();
}
