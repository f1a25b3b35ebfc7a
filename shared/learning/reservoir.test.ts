import { describe, expect, it } from 'vitest';
import { createReservoir, plainText, type Reservoir } from './reservoir.ts';

const fill = (reservoir: Reservoir, from: number, to: number): Reservoir => {
  for (let offset = from; offset <= to; offset += 1) reservoir.offer(`第${offset}句`, offset, offset >> 10);
  return reservoir;
};
const offsets = (reservoir: Reservoir): readonly number[] =>
  reservoir.samples().map((sample) => sample.offset);

describe('a reservoir', () => {
  it('keeps all until it is full, then a fair share of old and new', () => {
    const reservoir = fill(createReservoir(1_000, { seed: 5 }), 1, 1_000);
    expect(offsets(reservoir)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
    fill(reservoir, 1_001, 4_000);
    const places = offsets(reservoir);
    const quarters = [0, 1, 2, 3].map(
      (quarter) => places.filter((offset) => Math.ceil(offset / 1_000) - 1 === quarter).length,
    );
    expect({ size: reservoir.size(), fair: quarters.every((count) => count > 200 && count < 300) }).toEqual({
      size: 1_000,
      fair: true,
    });
  });

  it('lets old talk fade in the long run', () => {
    const reservoir = fill(createReservoir(500, { seed: 1 }), 1, 40_000);
    expect(offsets(reservoir).filter((offset) => offset < 20_000).length).toBeLessThan(40);
  });

  it('chooses the same from the same seed, and goes on after a restart as without one', () => {
    const whole = fill(createReservoir(200, { seed: 9 }), 1, 3_000);
    const first = fill(createReservoir(200, { seed: 9 }), 1, 1_700);
    const kept = JSON.parse(JSON.stringify(first.state()));
    const size = (reservoir: Reservoir) => [reservoir.size(), reservoir.offered(), reservoir.lastOffset()];
    const again = fill(createReservoir(200, kept), 1_500, 3_000);
    expect(size(again)).toEqual(size(whole));
    expect(createReservoir(200, kept).state()).toEqual(first.state());
    expect(offsets(fill(createReservoir(200, { seed: 9 }), 1, 3_000))).toEqual(offsets(whole));
  });

  it('takes nothing twice and nothing empty', () => {
    const reservoir = createReservoir(10, { seed: 1 });
    expect([
      reservoir.offer('来了', 5, 0),
      reservoir.offer('来了', 5, 0),
      reservoir.offer('旧的', 4, 0),
      reservoir.offer(' \n ', 6, 0),
      reservoir.offered(),
    ]).toEqual([true, false, false, false, 1]);
  });

  it('forgets what is too old and what was trouble', () => {
    const reservoir = fill(createReservoir(3_000, { seed: 1 }), 1, 3_000);
    const gone = reservoir.forget({ beforeDay: 2, texts: new Set(['第2500句', '第1句']) });
    expect([gone, reservoir.size(), offsets(reservoir)[0]]).toEqual([2_048, 952, 2_048]);
  });
});

it('keeps a text on one line', () => {
  expect(plainText('  你好\n\t 世界 ')).toBe('你好 世界');
  expect(plainText('长'.repeat(999))).toHaveLength(200);
});
