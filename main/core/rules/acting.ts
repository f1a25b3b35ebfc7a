import type { ActionRequest } from '../../../shared/api/inputs.ts';
import { isStaff } from '../../../shared/detect/standing.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { nextFlag } from '../../../shared/domain/flag-transitions.ts';
import { type PersonRef, personRef } from '../../../shared/domain/person.ts';
import type { Capability } from '../../../shared/plugin/plugin.ts';
import { climb } from '../../../shared/rules/ladder.ts';
import { ruleOf } from '../../../shared/rules/reasons.ts';
import type { Halt, Ladder, RuleVersion, Step } from '../../../shared/rules/rule.ts';
import type { StoredEvent } from '../../store/store.ts';
import type { Actions } from '../actions/service.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Counter } from './counts.ts';
import type { Library } from './library.ts';
import { requestsOf } from './requests.ts';
import type { Rungs } from './rungs.ts';

/** Rules that act by themselves: after the commit, by the road everybody's actions take. */
export interface Acting {
  /** Events with their verdicts as they were stored, and the flags that changed with them. */
  readonly committed: (rows: readonly StoredEvent[], flags: readonly Flag[]) => void;
  /** Resolves when everything handed over so far is asked for. */
  readonly settled: () => Promise<void>;
  readonly tick: () => void;
}

/** What is older is no longer acted on by itself: somebody else had the time to. */
const STALE_MS = 120_000;
const MINUTE = 60_000;
/** Hits waiting to be acted on; more are only flagged. */
const MOST_WAITING = 2_000;

interface Hit {
  readonly ruleId: string;
  readonly version: number;
  readonly event: LiveEvent;
  readonly person: PersonRef;
  readonly ladder: Ladder;
  readonly held: RuleVersion;
  readonly flagId: string | undefined;
}

/** One hit after the other, in the order of the events. */
export function createActing(deps: {
  readonly desk: Desk;
  /** Asked for when needed: actions are put together after the rules. */
  readonly actions: () => Pick<Actions, 'perform'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly library: Library;
  readonly counter: Counter;
  readonly rungs: Rungs;
  readonly isAllowed: (roomId: string, personId: string | undefined, text: string) => boolean;
  /** Fen the person spent here. */
  readonly spentFen: (roomId: string, personId: string) => Promise<bigint>;
  /** From so much on a person decides about harsh steps; 0 for never. */
  readonly topSupporterFen: () => number;
  readonly capabilitiesOf: (roomId: string) => readonly Capability[];
  readonly brake: (ruleId: string, halt: Halt) => Promise<void>;
  readonly onFault: (what: string, detail: string) => void;
}): Acting {
  const { desk, clock, library, counter, rungs } = deps;
  const times = new Map<string, number[]>();
  /** Messages a rule asked to be deleted: two rules ask once. */
  const deleted = new Set<string>();
  let waiting = 0;
  let tail: Promise<void> = Promise.resolve();

  desk.onChange((changes) => {
    for (const change of changes) if (change.kind === 'action') takeBack(change.action);
  });
  const undone = new Set<string>();
  /** An action taken back was wrong: the person stands one step lower. */
  const takeBack = (action: {
    readonly id: string;
    readonly undoneBy?: string | undefined;
    readonly actor: Actor;
    readonly roomId: string;
    readonly kind: string;
    readonly target?: PersonRef | undefined;
  }): void => {
    const rule = action.actor.kind === 'rule' ? ruleOf(action.actor.id) : undefined;
    if (rule === undefined || action.undoneBy === undefined || action.target === undefined) return;
    if (undone.has(action.id)) return;
    undone.add(action.id);
    if (undone.size > 1_000) undone.delete(undone.values().next().value ?? '');
    const op = rungs.back(rule.ruleId, action.roomId, action.target.id);
    if (op !== undefined) void desk.commit([], [], [op]);
  };

  const spare = (hit: Hit, why: string): void =>
    counter.add(hit.ruleId, hit.version, hit.event.roomId, timeOf(hit.event), { kind: 'spared', why });

  /** Why nothing is done to this person now; undefined where something may be. */
  const reasonNot = async (hit: Hit, step: Step): Promise<string | undefined> => {
    const { event, person } = hit;
    if (event.actor === undefined || isStaff(event.actor)) return 'exempt';
    if (deps.isAllowed(event.roomId, person.id, textOf(event))) return 'exempt';
    const top = deps.topSupporterFen();
    const isHarsh = step.action === 'mute' || step.action === 'ban';
    const { spentFen } = hit.held.definition.exempt;
    if (spentFen === undefined && (!isHarsh || top === 0)) return undefined;
    try {
      // Asked again of the store: what the rule was told may lack a gift of a moment ago.
      const spent = await deps.spentFen(event.roomId, person.id);
      if (spentFen !== undefined && spent >= BigInt(spentFen)) return 'exempt';
      return isHarsh && top > 0 && spent >= BigInt(top) ? 'supporter' : undefined;
    } catch {
      // Who cannot be looked up is not punished by a machine.
      return 'supporter';
    }
  };

  /** Whether the rule has acted as often as it may within a minute. */
  const isOverBrake = (hit: Hit, now: number): boolean => {
    const recent = (times.get(hit.ruleId) ?? []).filter((at) => now - at < MINUTE);
    times.set(hit.ruleId, recent);
    return recent.length >= hit.ladder.maxPerMinute;
  };

  /** What belongs to a step that was taken needs nobody: its flag is resolved with it, unless a person has it. */
  const putAway = async (hit: Hit, now: number): Promise<void> => {
    const flag = hit.flagId === undefined ? undefined : desk.flags.get(hit.flagId);
    if (flag === undefined || flag.state !== 'open' || flag.ticketIds.length > 0) return;
    const by = actorOf(hit);
    const next = nextFlag(flag, { kind: 'act', by, actionIds: [] }, now);
    if (!next.ok) return;
    const { roomId, id, category } = flag;
    await desk.commit(
      [{ kind: 'flag', flag: next.value }],
      [auditOf(now, by, 'flag.act', { roomId, subject: id, detail: `${category} resting` })],
    );
  };

  const act = async (hit: Hit): Promise<void> => {
    const now = clock.now();
    const { event, person, ladder } = hit;
    const head = library.head(hit.ruleId);
    if (head?.live !== hit.version) return;
    if (head.halt?.version === hit.version) return spare(hit, head.halt.kind);
    if (event.historical || now - timeOf(event) > STALE_MS) return spare(hit, 'stale');
    const rung = rungs.of(hit.ruleId, event.roomId, person.id);
    const next = climb(ladder, rung, timeOf(event));
    if (next.kind === 'rest') {
      spare(hit, 'resting');
      const taken = rung === undefined ? undefined : ladder.steps[rung.step];
      return taken === undefined || taken.action === 'flag' ? undefined : putAway(hit, now);
    }
    const not = await reasonNot(hit, next.step);
    if (not !== undefined) return spare(hit, not);
    const actor = actorOf(hit);
    const requests = requestsFor(hit, next.step);
    if (requests === null) return spare(hit, 'not_possible');
    if (requests.length > 0 && isOverBrake(hit, now)) {
      spare(hit, 'brake');
      return deps.brake(hit.ruleId, brakeOf(hit, now));
    }
    const climbed = rungs.set(hit.ruleId, event.roomId, person.id, next.rung);
    const step = auditOf(now, actor, 'rule.step', {
      roomId: event.roomId,
      subject: person.id,
      detail: `${next.rung.step + 1}/${ladder.steps.length} ${next.step.action}`,
    });
    if (requests.length === 0) {
      const saved = await desk.commit([], [step], [climbed.op]);
      if (!saved.ok) climbed.revert();
      return;
    }
    times.set(hit.ruleId, [...(times.get(hit.ruleId) ?? []), now]);
    const asked = await deps.actions().perform(requests, actor, { ops: [climbed.op], audit: [step] });
    if (asked.ok) {
      for (const each of requests) {
        counter.add(hit.ruleId, hit.version, event.roomId, timeOf(event), { kind: 'action' });
        if (each.kind === 'delete') note(deleted, each.messageId ?? '');
      }
      return;
    }
    climbed.revert();
    deps.onFault('rule action', asked.fault.detail ?? asked.fault.code);
  };

  const requestsFor = (hit: Hit, step: Step): readonly ActionRequest[] | null =>
    requestsOf(step, {
      event: hit.event,
      person: hit.person,
      flagId: hit.flagId,
      capabilities: deps.capabilitiesOf(hit.event.roomId),
      reason: `规则「${hit.held.definition.name}」第 ${hit.version} 版`,
      newId: deps.ids.next,
      isDeleted: (messageId) => deleted.has(messageId),
    });

  const take = (hit: Hit): void => {
    if (waiting >= MOST_WAITING) {
      spare(hit, 'overload');
      return;
    }
    waiting += 1;
    tail = tail
      .then(() => act(hit))
      .catch((error: unknown) => deps.onFault('rule action', String(error)))
      .finally(() => {
        waiting -= 1;
      });
  };

  return {
    committed(rows, flags) {
      for (const { event, verdicts } of rows)
        for (const { by, flag, category } of verdicts) {
          const rule = flag && category.startsWith('rule:') ? ruleOf(by) : undefined;
          const held = rule === undefined ? undefined : library.held(rule.ruleId, rule.version);
          if (rule === undefined || held === undefined || held.definition.does.kind !== 'ladder') continue;
          if (event.actor === undefined) continue;
          const person = personRef(event.platform, event.actor);
          const raised = flags.find(
            (each) =>
              each.category === category && each.roomId === event.roomId && each.person?.id === person.id,
          );
          take({ ...rule, event, person, ladder: held.definition.does, held, flagId: raised?.id });
        }
    },
    settled: () => tail,
    tick() {
      const ops = rungs.sweep(clock.now());
      if (ops.length > 0) void desk.commit([], [], ops);
    },
  };
}

function actorOf({ ruleId, version, held }: Hit): Actor {
  return { kind: 'rule', id: `rule:${ruleId}@${version}`, name: held.definition.name };
}

function brakeOf({ ladder, version }: Hit, at: number): Halt {
  return {
    kind: 'brake',
    at,
    version,
    reason: {
      zh: `一分钟内已处罚 ${ladder.maxPerMinute} 次，现在只标记，等主管恢复`,
      en: `${ladder.maxPerMinute} actions within a minute: it only flags until a supervisor lets it act again`,
    },
  };
}

function note(set: Set<string>, value: string): void {
  set.add(value);
  if (set.size > 5_000) set.delete(set.values().next().value ?? '');
}
