import type { Streams } from '../../../shared/detect/streams.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { PatternEngine } from '../../../shared/rules/patterns.ts';
import { compileProgram } from '../../../shared/rules/program.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import { createRunner } from '../../../shared/rules/run.ts';
import type { RuleTrial, TraceNode } from '../../../shared/rules/views.ts';
import { conditionsOf } from '../../../shared/rules/walk.ts';
import { createWindows } from '../../../shared/rules/windows.ts';
import type { ListLookup } from '../../../shared/rules/words.ts';

/** Texts tried one by one, each from a stranger of whom nothing is known, in a room of which nothing is known. */
export function tryTexts(
  definition: RuleDefinition,
  texts: readonly string[],
  deps: {
    readonly streams: Streams;
    readonly engine: PatternEngine;
    readonly listOf: ListLookup;
    readonly now: number;
  },
): readonly RuleTrial[] {
  const { engine, listOf, now } = deps;
  // A text is tried as chat, whatever the rule looks at.
  const chat: RuleDefinition = { ...definition, on: ['chat'] };
  // Every condition is a rule of its own, so that it can be said which of them holds.
  const nodes = conditionsOf(chat.when);
  const sources = nodes.map(({ condition, path }) => ({
    ruleId: path,
    version: 1,
    mode: 'live' as const,
    definition: { ...chat, when: condition },
  }));
  const program = compileProgram(sources, listOf, engine);
  const runner = createRunner({ streams: deps.streams, engine, isAllowed: () => false });
  return texts.map((text, at) => {
    const situation = { event: chatOf(text, at, now), verdicts: [], facts: undefined, room: { modes: {} } };
    const { verdicts, open } = runner.run(program, createWindows(), situation, false);
    const trace = nodes.map(({ path }): TraceNode => {
      const verdict = verdicts.find((each) => each.category === `rule:${path}`);
      const isOpen = open.some((rule) => rule.ruleId === path);
      return {
        path,
        answer: verdict !== undefined ? 'yes' : isOpen ? 'unknown' : 'no',
        reasons: (verdict?.reasons ?? []).filter(
          (each) => each.code !== 'rule' && each.code !== 'rule_way_out',
        ),
      };
    });
    const whole = verdicts.find((each) => each.category === 'rule:when');
    return {
      text,
      matched: whole !== undefined,
      unknown: open.some((rule) => rule.ruleId === 'when'),
      reasons: whole?.reasons ?? [],
      trace,
    };
  });
}

function chatOf(text: string, at: number, now: number): LiveEvent {
  return {
    v: 1,
    eventId: `text:tried:chat:${at}`,
    platform: 'text',
    source: 'tried',
    session: 'tried',
    seq: at,
    roomId: 'tried',
    occurredAt: now,
    tsPrecision: 'ms',
    receivedAt: now,
    historical: false,
    actor: {
      id: `tried-${at}`,
      idKind: 'uid',
      name: '',
      roles: [],
      badges: [],
      anonymous: false,
      actionable: false,
    },
    raw: { encoding: 'none', data: '' },
    parserVersion: 'tried@1',
    kind: 'chat',
    body: { messageId: `tried-${at}`, text },
  };
}
