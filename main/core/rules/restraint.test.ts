import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giftEvent } from '../../../shared/testing/events.ts';
import { LADDER, type RulesBench, startRulesBench, wordRule } from './rules.fixture.ts';

let test: RulesBench;
beforeEach(async () => {
  test = await startRulesBench();
});
afterEach(() => test.core.close());

describe('a rule that acts', () => {
  it('never touches staff, the streamer, people allowed here, top supporters, history or what is old', async () => {
    await test.live(
      'code',
      wordRule(['芝麻开门'], { does: { ...LADDER, steps: [{ action: 'mute', durationSec: 60 }] } }),
    );
    await test.say('芝麻开门', 'mod', { actor: { roles: ['mod'] } });
    await test.say('芝麻开门', 'streamer', { actor: { roles: ['broadcaster'] } });
    await test.say('芝麻开门', 'vip', { actor: { roles: ['vip'] } });
    await test.say('芝麻开门', 'past', { base: { historical: true } });
    await test.say('芝麻开门', 'late', { at: Date.now() - 200_000 });
    const gift = giftEvent({ key: 'g', user: 'rich', fen: 500_000, at: Date.now() });
    await test.platform.say([gift]);
    await test.stored(gift.eventId);
    await test.say('芝麻开门', 'rich');
    const flag = test.ruleFlags().find((each) => each.person?.id === 'demo:late');
    await test.controller.flags.allow({ flagId: flag?.id ?? '', what: 'person' });
    await test.say('芝麻开门', 'late');
    expect(test.asked()).toEqual([]);
    expect(test.ruleFlags().map((each) => each.person?.id)).toEqual(['demo:past', 'demo:late', 'demo:rich']);
    const { rule: view } = await test.controller.rules.get({ ruleId: 'code' });
    expect(view.counts.live.spared).toEqual({ exempt: 4, stale: 2, supporter: 1 });
  });

  it('leaves alone what is always allowed here', async () => {
    await test.live('code', wordRule(['芝麻开门']));
    await test.say('说芝麻开门', 'a');
    await test.controller.flags.allow({ flagId: test.ruleFlags()[0]?.id ?? '', what: 'text' });
    await test.say('他 说芝麻开门 呢', 'b');
    await test.say('芝麻开门吧', 'c');
    expect(test.ruleFlags().map((flag) => [flag.person?.id, flag.state])).toEqual([
      ['demo:a', 'resolved'],
      ['demo:c', 'open'],
    ]);
  });

  it('brakes: past its actions a minute it only flags, says so, and goes on when a supervisor lets it', async () => {
    await test.live('code', wordRule(['芝麻开门'], { does: { ...LADDER, maxPerMinute: 3 } }));
    for (const user of ['a', 'b', 'c', 'd', 'e']) await test.say('芝麻开门', user);
    expect(test.asked().map(([, who]) => who)).toEqual(['demo:a', 'demo:b', 'demo:c']);
    const { rule: view } = await test.controller.rules.get({ ruleId: 'code' });
    expect([view.halt?.kind, view.counts.live.hits, view.counts.live.spared]).toEqual([
      'brake',
      5,
      { brake: 2 },
    ]);
    expect(test.ruleFlags().filter((flag) => flag.state === 'open')).toHaveLength(2);
    const after = await test.supervisor.rules.resume({ ruleId: 'code' });
    expect(after.rule.halt).toBe(undefined);
    const counters = (await test.controller.rooms.list())[0]?.counters;
    expect(counters).toMatchObject({ rule_brake: 1 });
  });
});
