import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJson, readBatch, readBytes } from './batch-body.ts';
import { type Arrival, normalise, seqOf } from './normalise.ts';
import { planBatch } from './plan.ts';
import {
  checkFresh,
  checkSignature,
  nonceClaim,
  readSignatureHeaders,
  sign,
  signedHeaders,
} from './signing.ts';

const NOW = 1_760_000_000_000;
const ARRIVAL: Arrival = { roomId: 'r1', source: 'ingress/main', session: 's', receivedAt: NOW };
const SECRET = 'a-shared-secret-of-tests';

describe('signature', () => {
  it('refuses a nonce with a dot, which would give the signed text two readings', () => {
    expect(sign('k', '1', 'a', 'b.c')).toBe(sign('k', '1', 'a.b', 'c'));
    expect(readSignatureHeaders(signedHeaders(SECRET, NOW, 'with.a.dot-0123456789', ''))).toMatchObject({
      ok: false,
      fault: { code: 'bad_signature' },
    });
  });

  it('refuses any mutation of a signed request', () => {
    const body = Buffer.from(JSON.stringify({ events: [{ seq: 1, text: '你好' }] }));
    const headers = signedHeaders(SECRET, NOW, 'nonce-0123456789abcdef', body);
    const names = Object.keys(headers);
    const judge = (bag: Readonly<Record<string, string>>, bytes: Uint8Array, secret = SECRET) => {
      const parts = readSignatureHeaders(bag);
      const fresh = parts.ok ? checkFresh(parts.value, NOW) : parts;
      return fresh.ok ? checkSignature(fresh.value, secret, bytes).ok : false;
    };
    expect(judge(headers, body)).toBe(true);
    const flip = fc.record({ at: fc.nat(1_000), bit: fc.integer({ min: 0, max: 7 }) });
    fc.assert(
      fc.property(fc.constantFrom('body', 'cut', 'grow', 'secret', ...names), flip, (what, { at, bit }) => {
        const bytes = Uint8Array.from(body);
        const bag: Record<string, string> = { ...headers };
        if (what === 'body') bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
        else if (what !== 'cut' && what !== 'grow' && what !== 'secret') {
          const chars = Buffer.from(headers[what] ?? '', 'latin1');
          chars[at % chars.length] = (chars[at % chars.length] ?? 0) ^ (1 << bit);
          bag[what] = chars.toString('latin1');
        }
        const sent =
          what === 'cut'
            ? bytes.subarray(0, at % bytes.length)
            : what === 'grow'
              ? Buffer.concat([bytes, Buffer.from([at & 255])])
              : bytes;
        return !judge(bag, sent, what === 'secret' ? `${SECRET}${at}` : SECRET);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [-300_000, true],
    [300_000, true],
    [-300_001, false],
    [300_001, false],
  ])('a timestamp %d ms away is fresh: %s', (ms, fresh) => {
    const parts = { timestamp: String(NOW + ms), nonce: 'n'.repeat(16), signature: '0'.repeat(64) };
    expect(checkFresh(parts, NOW).ok).toBe(fresh);
  });

  it('remembers a nonce for as long as its timestamp can be fresh, by secret', () => {
    const parts = { timestamp: String(NOW), nonce: 'n'.repeat(16), signature: '' };
    expect(nonceClaim(parts, 'a')).toEqual({
      key: `ca978112ca1bbdca:${'n'.repeat(16)}`,
      until: NOW + 300_001,
    });
    expect(nonceClaim(parts, 'b').key).not.toBe(nonceClaim(parts, 'a').key);
  });
});

describe('body', () => {
  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const json = decodeJson(bytes);
        if (json.ok) readBatch(json.value);
      }),
    );
  });

  it('reads no more than the limit', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 65_536;
        yield new Uint8Array(65_536);
      }
    }
    expect(await readBytes(endless())).toMatchObject({ ok: false, fault: { code: 'too_large' } });
    expect(given).toBe(1_048_576 + 65_536);
  });

  it('says so when the body breaks off', async () => {
    async function* broken() {
      yield new Uint8Array(1);
      throw new Error('aborted');
    }
    expect(await readBytes(broken())).toMatchObject({ ok: false, fault: { code: 'invalid' } });
  });
});

describe('batch', () => {
  const kinds = [
    'chat',
    'gift',
    'superchat',
    'membership',
    'enter',
    'mod_action',
    'poll',
    'held',
    'gap',
  ] as const;
  const eventLike = fc.record(
    {
      seq: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 30 }) }, fc.anything()),
      kind: fc.constantFrom(...kinds),
      id: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }).map(String) }, fc.anything()),
      user: fc.oneof(fc.constant({ id: 'u', name: 'n' }), fc.anything()),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      v: fc.constantFrom(undefined, 1),
      body: fc.anything(),
    },
    { requiredKeys: ['kind'] },
  );
  const events = fc.array(fc.oneof({ weight: 5, arbitrary: eventLike }, fc.anything()), { maxLength: 40 });

  it('accepted + duplicate + rejected is what was sent, numbers have no holes, ids no repeats', () => {
    fc.assert(
      fc.property(events, fc.option(fc.integer({ min: 0, max: 30 })), (sent, seq) => {
        const judged = sent.map((event, index) => ({
          index,
          seq: seqOf(event),
          result: normalise(event, ARRIVAL),
        }));
        const { emit, reply } = planBatch(judged, { seq, lastAt: null }, new Set(), ARRIVAL, 7);
        expect(reply.accepted + reply.duplicate + reply.rejected.length).toBe(sent.length);
        expect(emit.map((event) => event.seq)).toEqual(emit.map((_, i) => i + 7));
        expect(emit.length).toBe(reply.accepted + reply.gaps.length);
        expect(new Set(emit.map((event) => event.eventId)).size).toBe(emit.length);
        expect(reply.ack.seq).toBeGreaterThanOrEqual(seq ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});
