import { expect, it } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { CHAIN_START, canonicalJson, chainEntry, verifyAuditChain } from './audit-chain.ts';

const whole: AuditEntry[] = [];
for (const what of ['a', 'b', 'c', 'd']) {
  whole.push(chainEntry({ at: 1, actor: SYSTEM, what }, whole.at(-1) ?? CHAIN_START));
}
const changed = (index: number, more: Partial<AuditEntry>): readonly AuditEntry[] =>
  whole.map((entry, at) => (at === index ? { ...entry, ...more } : entry));

it.each([
  ['a whole chain', whole, { ok: true, entries: 4 }],
  ['nothing', [], { ok: true, entries: 0 }],
  ['a part', whole.slice(1, 3), { ok: true, entries: 2 }],
  ['a changed word', changed(1, { what: 'x' }), { ok: false, index: 1, why: 'hash' }],
  ['a changed time', changed(3, { at: 2 }), { ok: false, index: 3, why: 'hash' }],
  ['an added field', changed(2, { detail: '' }), { ok: false, index: 2, why: 'hash' }],
  ['a changed link', changed(2, { prev: whole[0]?.hash ?? '' }), { ok: false, index: 2, why: 'link' }],
  ['a first entry that is none', changed(0, { prev: 'f'.repeat(64) }), { ok: false, index: 0, why: 'link' }],
  ['a missing entry', whole.filter((_, at) => at !== 2), { ok: false, index: 2, why: 'sequence' }],
  ['a doubled entry', [...whole.slice(0, 2), ...whole.slice(1)], { ok: false, index: 2, why: 'sequence' }],
  [
    'an entry made anew with its hash',
    whole.map((entry, at) =>
      at === 1 ? chainEntry({ at: 1, actor: SYSTEM, what: 'x' }, whole[0] ?? CHAIN_START) : entry,
    ),
    { ok: false, index: 2, why: 'link' },
  ],
])('checks %s', (_, entries, result) => {
  expect(verifyAuditChain(entries)).toEqual(result);
});

it('canonical JSON does not depend on the order of fields or on absent ones', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '引' }], a: undefined })).toBe('{"b":[1,{"c":"引","d":null}]}');
  expect(canonicalJson({ x: 1, a: 2 })).toBe(canonicalJson({ a: 2, x: 1 }));
});
