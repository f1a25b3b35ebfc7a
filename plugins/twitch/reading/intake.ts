import type { EventBodies, LiveEvent } from '../../../shared/domain/event.ts';
import { admit } from '../../../shared/formats/admit.ts';
import { type DecodeContext, MAX_UNIT } from '../../../shared/formats/decoder.ts';
import { createTwitchState, readTwitchLine } from '../../../shared/formats/twitch-irc.ts';
import type { ConnectContext } from '../../../shared/plugin/plugin.ts';
import { gapEvent } from './gap.ts';
import { createOutlet } from './outlet.ts';
import { createRecentRate } from './rate.ts';

/** From lines to events: decodes, numbers, counts, and says what is missing. */
export interface Intake {
  /** Begins a session; after a lost one it declares the gap. */
  readonly begin: () => void;
  /** The session ended, for this reason. */
  readonly end: (reason: string) => void;
  readonly lines: (lines: readonly string[]) => void;
  readonly drained: () => Promise<void>;
}

type IntakeContext = Pick<ConnectContext<unknown>, 'roomId' | 'clock' | 'ids' | 'emit' | 'count' | 'log'>;

/** `seen` hears every event, before the core does. Gift batches are joined across reconnects. */
export function createIntake(context: IntakeContext, seen: (event: LiveEvent) => void): Intake {
  const { clock, count } = context;
  const state = createTwitchState();
  const rate = createRecentRate();
  let session = nextSession(context);
  let lastLineAt: number | null = null;
  let lost: { readonly at: number; readonly reason: string } | null = null;
  let dropped: { readonly fromAt: number; n: number } | null = null;

  const outlet = createOutlet(context.emit, {
    room: () => {
      if (dropped === null) return;
      const { fromAt, n } = dropped;
      dropped = null;
      declare({ fromAt, toAt: clock.now(), reason: 'overloaded', estimate: n });
    },
    failed: (events, cause) => {
      count('dropped', events.length);
      context.log('error', `the core did not take ${events.length} events: ${String(cause)}`);
    },
  });

  const declare = (body: EventBodies['gap']) => {
    // One reading of the clock: a gap is received when it ends.
    const event = { ...gapEvent(session.decode, body), receivedAt: body.toAt };
    session.taken();
    outlet.push([event]);
  };

  const read = (line: string): LiveEvent | null => {
    if (line.length > MAX_UNIT) {
      count('refused');
      return null;
    }
    if (!outlet.hasRoom(isUrgent(line))) {
      dropped ??= { fromAt: clock.now(), n: 0 };
      dropped.n += 1;
      count('dropped');
      return null;
    }
    if (OWN_MOVE.test(line)) return null;
    const result = readTwitchLine(line, session.decode, state);
    if (result.kind === 'malformed') count('refused');
    if (result.kind !== 'event') return null;
    const admitted = admit(0, result.event);
    if ('refused' in admitted) {
      count('refused');
      context.log('warn', `a line was refused: ${admitted.refused.detail ?? admitted.refused.code}`);
      return null;
    }
    session.taken();
    if (result.event.kind === 'unknown') count('unknown_kind');
    seen(result.event);
    return result.event;
  };

  return {
    begin: () => {
      session = nextSession(context);
      if (lost === null) return;
      const toAt = clock.now();
      const body = { fromAt: lost.at, toAt, reason: lost.reason, estimate: rate.estimate(lost.at, toAt) };
      lost = null;
      declare(body);
    },
    end: (reason) => {
      if (lastLineAt !== null) lost ??= { at: lastLineAt, reason };
    },
    lines: (lines) => {
      lastLineAt = clock.now();
      const events = lines.map(read).filter((event) => event !== null);
      rate.add(lastLineAt, events.length);
      outlet.push(events);
    },
    drained: outlet.drained,
  };
}

/** A session whose numbers are used up only by events that are let in, so that they have no holes. */
interface Session {
  readonly decode: DecodeContext;
  readonly taken: () => void;
}

function nextSession(context: IntakeContext): Session {
  let seq = 0;
  const decode = {
    roomId: context.roomId,
    source: 'twitch',
    session: context.ids.next(),
    historical: false,
    now: context.clock.now,
    nextSeq: () => seq,
  };
  return {
    decode,
    taken: () => {
      seq += 1;
    },
  };
}

function isUrgent(line: string): boolean {
  return / (?:CLEARCHAT|CLEARMSG|ROOMSTATE|NOTICE) #/.test(line.slice(0, 4_096));
}

/** The anonymous reader's own coming and going is not the room's. */
const OWN_MOVE = /^:justinfan\d+!\S+ (?:JOIN|PART) #/;
