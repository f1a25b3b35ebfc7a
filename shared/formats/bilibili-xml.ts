import { fault } from '../domain/fault.ts';
import { createAdmission } from './admit.ts';
import { idOf, natural, obj, parseJson, str } from './bilibili.external.ts';
import { readGift } from './bilibili-gifts.ts';
import { guard } from './bilibili-guards.ts';
import type { Item } from './bilibili-item.ts';
import { coins, gold, paidGold, paidYuan, silver } from './bilibili-money.ts';
import { bilibiliUser } from './bilibili-user.ts';
import type { DecodeContext, Decoded, Decoder } from './decoder.ts';
import { MAX_UNIT } from './decoder.ts';
import { makeEvent } from './envelope.ts';
import { createOccurrences, hashKey } from './occurrence.ts';
import { createTally } from './tally.ts';
import { createXmlScanner, type XmlElement, type XmlFound } from './xml.external.ts';

const WANTED: ReadonlySet<string> = new Set([
  'd',
  'gift',
  'sc',
  'guard',
  'toast',
  'record_start_time',
  'live_start_time',
  'BililiveRecorderRecordInfo',
]);

/**
 * Danmaku recorders' XML: `<d>` messages, `<gift>`, `<sc>` super chats, `<guard>`. Elements have
 * their time as seconds from the start of the recording; messages also the platform's own. Masked
 * senders (`uid="0"`) have no id.
 */
export function createBilibiliXmlDecoder(context: DecodeContext): Decoder {
  const gate = createAdmission(context);
  const scanner = createXmlScanner(WANTED, MAX_UNIT);
  const tally = createTally();
  const repeats = createOccurrences();
  const pairs = createPairs();
  let start: number | null = null;

  const one = (found: XmlFound): readonly Decoded[] => {
    if ('broken' in found) return [{ line: found.line, refused: fault('invalid', found.broken) }];
    const begins = startOf(found);
    if (begins !== undefined) {
      // The recording's own start is nearer to the elements' zero than the stream's.
      if (found.name !== 'live_start_time' || start === null) start = begins ?? start;
      return [];
    }
    const item = itemOf(found, start, pairs);
    if (item === null)
      return [{ line: found.line, refused: fault('invalid', `<${found.name}> has no text or name`) }];
    const hash = hashKey(found.raw);
    const key = `${item.key || 'x'}.h${hash}.${repeats.next(hash)}`;
    const event = makeEvent(gate.context, 'bilibili_web', item.draft, {
      key,
      occurredAt: item.occurredAt,
      tsPrecision: item.tsPrecision,
      raw: { encoding: 'xml', data: found.raw },
      parserVersion: 'bilibili-xml@1',
    });
    return [gate.admit(found.line, event)];
  };

  const take = (found: readonly XmlFound[]): readonly Decoded[] =>
    found.flatMap((item) => tally.keep(one(item)));

  return {
    push: (chunk) => take(scanner.push(chunk)),
    end: () => take(scanner.end()),
    counters: () => tally.counters(scanner.lines()),
  };
}

/** When a recording began, epoch ms; undefined where the element does not say. */
function startOf(element: XmlElement): number | null | undefined {
  switch (element.name) {
    case 'record_start_time':
    case 'live_start_time':
      return dateOf(element.text);
    case 'BililiveRecorderRecordInfo':
      return dateOf(element.attributes.get('start_time') ?? '');
    default:
      return undefined;
  }
}

function dateOf(text: string): number | null {
  const at = Date.parse(text.trim());
  return Number.isFinite(at) && at >= 0 ? at : null;
}

function itemOf(element: XmlElement, start: number | null, pairs: Pairs): Item | null {
  switch (element.name) {
    case 'd':
      return danmu(element, start);
    case 'gift':
      return gift(element, start);
    case 'sc':
      return superChat(element, start);
    default:
      return guardItem(element, start, pairs);
  }
}

function danmu(element: XmlElement, start: number | null): Item | null {
  // seconds, mode, size, colour, epoch ms, pool, sender's hash, row id
  const places = (element.attributes.get('p') ?? '').split(',');
  if (element.text === '') return null;
  const stamp = Number(places[4] ?? '');
  const sent = Number.isFinite(stamp) && stamp > 1e9 ? (stamp > 1e11 ? stamp : stamp * 1000) : null;
  const id = `${places[7] ?? ''}`;
  return {
    draft: { kind: 'chat', body: { messageId: id, text: element.text }, actor: sender(element) },
    key: id,
    occurredAt: sent === null ? offset(places[0], start) : Math.floor(sent),
    tsPrecision: stamp > 1e11 ? 'ms' : 's',
  };
}

function gift(element: XmlElement, start: number | null): Item | null {
  const { attributes } = element;
  const name = attributes.get('giftname') ?? '';
  if (name === '') return null;
  const packet = rawPacket(attributes.get('raw'));
  const count = Math.max(1, natural(attributes.get('giftcount')));
  const price = coins(attributes.get('price')) * BigInt(count);
  const told = packet.coin_type === undefined ? null : readGift(packet);
  const paid = told !== null ? told.body.paid : isGold(attributes) ? paidGold(price) : silver(price);
  const body = {
    giftId: told?.body.giftId ?? attributes.get('giftid') ?? '',
    name,
    count,
    paid,
    ...(told?.body.blindBox
      ? { blindBox: { ...told.body.blindBox, dropValue: gold(coins(packet.price) * BigInt(count)) } }
      : {}),
  };
  return timed({ kind: 'gift', body, actor: sender(element) }, told?.key ?? '', element, start);
}

function superChat(element: XmlElement, start: number | null): Item | null {
  const paid = paidYuan(element.attributes.get('price'));
  const startsAt = offset(element.attributes.get('ts'), start);
  const seconds = Number(element.attributes.get('time') ?? '');
  const body = {
    scId: str(rawPacket(element.attributes.get('raw')).id) || `x${hashKey(element.raw)}`,
    text: element.text,
    paid,
    ...(startsAt === null ? {} : { startsAt }),
    ...(startsAt === null || !(seconds > 0) ? {} : { endsAt: Math.floor(startsAt + seconds * 1000) }),
  };
  return timed({ kind: 'superchat', body, actor: sender(element) }, '', element, start);
}

/** `<toast>` repeats a `<guard>` in the recordings that have both: whichever comes first counts. */
function guardItem(element: XmlElement, start: number | null, pairs: Pairs): Item | null {
  const { attributes } = element;
  const packet = rawPacket(attributes.get('raw'));
  const news = guard({
    uid: attributes.get('uid'),
    name: attributes.get('user'),
    level: attributes.get('level'),
    label: attributes.get('giftname') ?? attributes.get('role') ?? '',
    num: attributes.get('count') ?? attributes.get('giftcount') ?? '1',
    price: attributes.get('price') ?? packet.price,
    unit: attributes.get('unit') ?? '月',
    source: 'new',
    key: '',
    at: null,
  });
  const buyer = `${news.actor.id ?? news.actor.name}.${news.body.tier}`;
  const isRepeat = pairs.isSecond(buyer, element.name === 'toast');
  const draft: Item['draft'] = isRepeat
    ? { kind: 'system', body: { code: 'guard_notice', text: news.body.name }, actor: news.actor }
    : { kind: 'membership', body: news.body, actor: news.actor };
  return timed(draft, '', element, start);
}

function timed(draft: Item['draft'], key: string, element: XmlElement, start: number | null): Item {
  return { draft, key, occurredAt: offset(element.attributes.get('ts'), start), tsPrecision: 'ms' };
}

function offset(seconds: string | undefined, start: number | null): number | null {
  const value = Number(seconds ?? '');
  if (start === null || seconds === undefined || !Number.isFinite(value) || value < 0) return null;
  return start + Math.round(value * 1000);
}

/** Recorders put the sender's id into `uid`, into the packet beside it, or at the seventh place of `p`. */
function sender(element: XmlElement) {
  const { attributes } = element;
  const place = (attributes.get('p') ?? '').split(',')[6] ?? '';
  const uid =
    attributes.get('uid') ?? rawPacket(attributes.get('raw')).uid ?? (/^\d+$/.test(place) ? place : '');
  return bilibiliUser({ uid: idOf(uid), name: attributes.get('user') ?? '' });
}

/** Tells the second of a `<guard>` and a `<toast>` of one buyer and tier. */
interface Pairs {
  readonly isSecond: (buyer: string, isToast: boolean) => boolean;
}

function createPairs(most = 10_000): Pairs {
  /** Guards minus toasts so far. */
  const balance = new Map<string, number>();
  return {
    isSecond: (buyer, isToast) => {
      const before = balance.get(buyer) ?? 0;
      balance.delete(buyer);
      balance.set(buyer, before + (isToast ? -1 : 1));
      if (balance.size > most) balance.delete(balance.keys().next().value ?? '');
      return isToast ? before > 0 : before < 0;
    },
  };
}

/** 金瓜子 is gold; everything else, also where the recorder does not say, is no money. */
function isGold(attributes: ReadonlyMap<string, string>): boolean {
  const coin = attributes.get('cointype') ?? '';
  return coin === '金瓜子' || coin.toLowerCase() === 'gold';
}

/** The packet some recorders keep beside the element. */
function rawPacket(raw: string | undefined) {
  if (raw === undefined) return obj(null);
  try {
    return obj(parseJson(raw));
  } catch {
    return obj(null);
  }
}
