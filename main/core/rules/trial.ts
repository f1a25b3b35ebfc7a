import type { Streams } from '../../../shared/detect/streams.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { PatternEngine } from '../../../shared/rules/patterns.ts';
import { compileProgram } from '../../../shared/rules/program.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import { createRunner } from '../../../shared/rules/run.ts';
import type { RuleTrial } from '../../../shared/rules/views.ts';
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
  const source = { ruleId: 'tried', version: 1, mode: 'live', definition: chat } as const;
  const program = compileProgram([source], listOf, engine);
  const runner = createRunner({ streams: deps.streams, engine, isAllowed: () => false });
  return texts.map((text, at) => {
    const situation = { event: chatOf(text, at, now), verdicts: [], facts: undefined, room: { modes: {} } };
    const { verdicts, isOpen } = runner.run(program, createWindows(), situation, false);
    return {
      text,
      matched: verdicts.length > 0,
      unknown: isOpen,
      reasons: verdicts[0]?.reasons ?? [],
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
