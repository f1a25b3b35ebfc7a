import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SUPERVISOR } from '../testing/core.ts';
import { type RulesBench, startRulesBench, wordRule } from './rules.fixture.ts';

let test: RulesBench;
beforeEach(async () => {
  test = await startRulesBench();
});
afterEach(() => test.core.close());

describe('who may do what', () => {
  it('a session limited to rooms sees and changes only what is for its rooms', async () => {
    const limited = test.as({ ...SUPERVISOR, id: 'wu', roomIds: ['room'] });
    const { rules } = test.supervisor;
    const mine = wordRule(['一二三四'], { roomIds: ['room'] });
    await rules.save({ ruleId: 'all', baseVersion: 0, definition: wordRule(['一二三四']) });
    await rules.save({ ruleId: 'both', baseVersion: 0, definition: { ...mine, roomIds: ['room', 'x'] } });
    await rules.save({ ruleId: 'other', baseVersion: 0, definition: { ...mine, roomIds: ['x'] } });
    await limited.rules.save({ ruleId: 'mine', baseVersion: 0, definition: mine });
    const listed = await limited.rules.list({});
    expect(listed.rules.map((each) => [each.id, each.roomIds, each.mayEdit])).toEqual([
      ['all', undefined, false],
      ['both', ['room'], false],
      ['mine', ['room'], true],
    ]);
    const refused = [
      limited.rules.get({ ruleId: 'other' }),
      limited.rules.stage({ ruleId: 'all', version: 1, state: 'shadow' }),
      limited.rules.save({ ruleId: 'mine', baseVersion: 1, definition: wordRule(['x']) }),
      limited.rules.rollBack({ ruleId: 'both', toVersion: 1 }),
      limited.rules.backtest.start({
        roomId: 'x',
        subject: { kind: 'version', ruleId: 'mine', version: 1 },
      }),
    ];
    for (const each of refused) await expect(each).rejects.toMatchObject({ code: 'forbidden' });
  });
});
