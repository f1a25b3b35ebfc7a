import { fault } from '../domain/fault.ts';
import { type Admission, createAdmission } from './admit.ts';
import { epochMs, type Json, obj, parseJson, str } from './bilibili.external.ts';
import { readDanmu } from './bilibili-danmu.ts';
import { readGift, readGiftV2 } from './bilibili-gifts.ts';
import { createGuardJoin, type GuardJoin } from './bilibili-guard-join.ts';
import { readGuardBuy, readToast, readToastV2 } from './bilibili-guards.ts';
import { type Item, inSeconds, system, unknownItem } from './bilibili-item.ts';
import { isOpenCommand, openPacket } from './bilibili-open.ts';
import { roomPacket } from './bilibili-room.ts';
import { superChat, superChatDeleted } from './bilibili-superchat.ts';
import { entryEffect, interactWord, interactWordV2, likeClick } from './bilibili-words.ts';
import type { DecodeContext, Decoded, Decoder } from './decoder.ts';
import { makeEvent } from './envelope.ts';
import { createLineSplitter, type Line } from './lines.ts';
import { createOccurrences, hashKey, type Occurrences } from './occurrence.ts';
import { createTally } from './tally.ts';

/** How many packets a GUARD_BUY waits for its toast. */
const LOOKAHEAD = 200;

/**
 * Bilibili packets as JSON, one a line: the web protocol's and the open platform's, bare or as
 * `{"case", "packet"}`. `lookahead` is how many packets a GUARD_BUY is held back, with everything
 * after it, until its toast tells what was paid.
 */
export function createBilibiliPacketsDecoder(context: DecodeContext, lookahead = LOOKAHEAD): Decoder {
  const gate = createAdmission(context);
  const splitter = createLineSplitter();
  const tally = createTally();
  const seen: Seen = { superChats: createOccurrences(), gifts: createOccurrences() };
  const repeats = createOccurrences();
  const guards = createGuardJoin(lookahead);
  const waiting: Pending[] = [];

  const read = (line: Line): void => {
    if (line.text === undefined) waiting.push({ decoded: line });
    else if (line.text.trim() === '') tally.skip();
    else waiting.push(parsePacket(line.line, line.text, seen, guards));
    guards.advance();
  };

  const flush = (all: boolean): readonly Decoded[] => {
    if (all) guards.settle();
    const ready = waiting.findIndex((entry) => entry.open?.() === true);
    const taken = waiting.splice(0, ready < 0 ? waiting.length : ready);
    return taken.flatMap((entry) => tally.keep(finish(entry, gate, repeats)));
  };

  const take = (lines: readonly Line[], all: boolean): readonly Decoded[] => {
    lines.forEach(read);
    return flush(all);
  };

  return {
    push: (chunk) => take(splitter.push(chunk), false),
    end: () => take(splitter.end(), true),
    counters: () => tally.counters(splitter.lines()),
  };
}

/** Keys that came already, of what must count once. */
interface Seen {
  readonly superChats: Occurrences;
  readonly gifts: Occurrences;
}

/** One line's reading, which may wait for a later line. */
interface Pending {
  readonly decoded?: Decoded;
  readonly line?: number;
  readonly raw?: string;
  readonly platform?: 'bilibili_web' | 'bilibili_open';
  readonly sourceRoomId?: string | undefined;
  readonly items?: () => readonly Item[];
  /** True while it must wait. */
  readonly open?: () => boolean;
}

function parsePacket(line: number, raw: string, seen: Seen, guards: GuardJoin): Pending {
  const refuse = (detail: string): Pending => ({ decoded: { line, refused: fault('invalid', detail) } });
  let value: unknown;
  try {
    value = parseJson(raw);
  } catch {
    return refuse('this line is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('no JSON object');
  const outer = obj(value);
  const wrapped = typeof outer.case === 'string' && typeof outer.packet === 'object';
  const packet = wrapped ? obj(outer.packet) : outer;
  // Some recorders keep only the decoded inside; the wrapper's case still names the command.
  const named = str(packet.cmd) || (wrapped ? (str(outer.case).split('/')[0] ?? '') : '');
  const cmd = named.split(':')[0] ?? '';
  const shared = { line, raw };
  if (isOpenCommand(cmd)) {
    const items = openPacket(cmd, obj(packet.data));
    return { ...shared, platform: 'bilibili_open', items: () => items };
  }
  const data = packet.data === undefined ? packet : obj(packet.data);
  if (cmd === 'GUARD_BUY') {
    const news = readGuardBuy(data);
    const ticket = guards.bought(`${news.actor.id ?? news.actor.name}.${news.body.tier}`);
    const items = (): readonly Item[] => {
      const toast = ticket.toast();
      if (toast !== null) return [system('guard_notice', news.body.name, news.key, toast)];
      return [
        inSeconds(
          { kind: 'membership', body: news.body, actor: news.actor },
          news.key,
          epochMs(news.timestamp),
        ),
      ];
    };
    return { ...shared, platform: 'bilibili_web', items, open: ticket.open };
  }
  const items = webPacket(cmd, packet, data, seen, guards);
  return { ...shared, platform: 'bilibili_web', items: () => items };
}

function webPacket(cmd: string, packet: Json, data: Json, seen: Seen, guards: GuardJoin): readonly Item[] {
  switch (cmd) {
    case 'DANMU_MSG':
    case 'DANMU_MSG_MIRROR': {
      const danmu = readDanmu(packet);
      if (danmu === null) return [unknownItem(cmd)];
      const { body, actor, key, occurredAt } = danmu;
      return [{ draft: { kind: 'chat', body, actor }, key, occurredAt, tsPrecision: 'ms' }];
    }
    case 'SEND_GIFT':
    case 'SEND_GIFT_V2': {
      const gifts = cmd === 'SEND_GIFT' ? [readGift(data)] : readGiftV2(data);
      if (gifts === null) return [unknownItem(cmd)];
      return gifts.map(({ body: told, actor, key, timestamp }) => {
        // The old and the new form of one gift have the same key.
        const isRepeat = key !== '' && seen.gifts.next(key) > 0;
        const body = isRepeat ? { ...told, paid: { ...told.paid, counted: false } } : told;
        return inSeconds({ kind: 'gift', body, actor }, key, epochMs(timestamp));
      });
    }
    case 'USER_TOAST_MSG':
    case 'USER_TOAST_MSG_V2': {
      const news = cmd === 'USER_TOAST_MSG' ? { ...readToast(data), repeat: false } : readToastV2(data);
      if (news.repeat) return [system('guard_notice', news.body.name, `repeat.${news.key}`, news.key)];
      const first = guards.toasted(`${news.actor.id ?? news.actor.name}.${news.body.tier}`, news.key, cmd);
      if (!first) return [system('guard_notice', news.body.name, `${cmd}.${news.key}`, news.key)];
      const draft = { kind: 'membership', body: news.body, actor: news.actor } as const;
      return [inSeconds(draft, news.key, epochMs(news.timestamp))];
    }
    case 'SUPER_CHAT_MESSAGE':
    case 'SUPER_CHAT_MESSAGE_JPN':
      return [superChat(cmd, data, seen.superChats)];
    case 'SUPER_CHAT_MESSAGE_DELETE':
      return superChatDeleted(Array.isArray(data.ids) ? data.ids : []);
    case 'INTERACT_WORD':
      return [interactWord(data)];
    case 'INTERACT_WORD_V2':
      return [interactWordV2(data)];
    case 'ENTRY_EFFECT':
      return [entryEffect(data)];
    case 'LIKE_INFO_V3_CLICK':
      return [likeClick(data)];
    default:
      return [roomPacket(cmd, packet)];
  }
}

function finish(entry: Pending, gate: Admission, repeats: Occurrences): readonly Decoded[] {
  if (entry.decoded !== undefined) return [entry.decoded];
  const { line = 0, raw = '', platform = 'bilibili_web', items = () => [] } = entry;
  const { context } = gate;
  const hash = hashKey(raw);
  return items().map((item, index) => {
    // No native key: the packet's hash and how often it came; without a time only inside this session.
    const scope = item.occurredAt === null ? `${context.session}.` : '';
    const key = item.key || `${scope}h${hash}.${repeats.next(hash)}.${index}`;
    const { occurredAt, tsPrecision, draft } = item;
    const stamp = { key, occurredAt, tsPrecision, raw: { encoding: 'json', data: raw } as const };
    return gate.admit(line, makeEvent(context, platform, draft, { ...stamp, parserVersion: 'bilibili@1' }));
  });
}
