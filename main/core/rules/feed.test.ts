import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../shared/api/client.ts';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleCounts, RuleCountsOf, RulesFrame } from '../../../shared/rules/views.ts';
import { DEFAULT_VARIANTS } from '../../../shared/rules/words.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import { SUPERVISOR, startTestCore, type TestCore } from '../testing/core.ts';
import { COUNT_MS, rulesFeed } from './feed.ts';
import { createNewsLine } from './news.ts';

/** A feed under a hand-turned clock, over a rule that counts what it is told. */
function bench() {
  const news = createNewsLine();
  const end = new AbortController();
  const frames: string[] = [];
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let now = 0;
  let hits = 0;
  const counts = (ruleId: string): RuleCountsOf => {
    const live: RuleCounts = { hits, shadowHits: 0, actions: 0, spared: {}, overspent: 0, failed: 0 };
    return { ruleId, counts: { live, shadow: live } };
  };
  const feed = rulesFeed(
    {
      listen: news.listen,
      library: () => ({ kind: 'library', rules: [], lists: [] }),
      counts: (ruleIds) => ruleIds.map(counts),
      room: async () => undefined,
      sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
      now: () => now,
    },
    end.signal,
  );
  const told = (frame: RulesFrame): string =>
    frame.kind === 'library'
      ? `${now} library`
      : `${now} ${frame.counts.map((each) => `${each.ruleId}=${each.counts.live.hits}`).join()}`;
  const reading = (async () => {
    for await (const frame of feed) frames.push(told(frame));
  })();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    frames,
    news,
    settle,
    async hit(ruleId: string) {
      hits += 1;
      news.tell({ kind: 'counted', ruleId });
      await settle();
    },
    async pass(ms: number) {
      now += ms;
      for (const sleeper of sleepers.splice(0)) {
        if (sleeper.at <= now) sleeper.wake();
        else sleepers.push(sleeper);
      }
      await settle();
    },
    async end() {
      end.abort();
      for (const sleeper of sleepers.splice(0)) sleeper.wake();
      await reading;
    },
  };
}

describe('a feed of rules', () => {
  it('tells a change at once, once for many; counts at most once a second, and none that are not new', async () => {
    const { frames, news, settle, hit, pass, end } = bench();
    await settle();
    await hit('a');
    await hit('b');
    await pass(COUNT_MS);
    await hit('a');
    await pass(COUNT_MS / 2);
    for (let n = 0; n < 3; n += 1) news.tell({ kind: 'library' });
    await settle();
    await pass(50);
    await pass(COUNT_MS);
    await hit('a');
    news.tell({ kind: 'counted', ruleId: 'a' });
    await pass(COUNT_MS);
    await end();
    expect(frames).toEqual(['0 library', '1000 a=2,b=2', '1550 library', '2550 a=4']);
  });
});

describe('two windows of the studio', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await startTestCore();
  });
  afterEach(() => test.core.close());

  const rule = (more: Partial<RuleDefinition> = {}): RuleDefinition => ({
    ...blankRule('暗号'),
    when: { kind: 'words', lists: [], words: ['芝麻开门'] },
    ...more,
  });

  /** The newest library a window was told, with what was counted since. */
  async function open(client: ApiClient) {
    const end = new AbortController();
    const feed = await client.rules.feed(undefined, { signal: end.signal });
    const seen: {
      library?: Extract<RulesFrame, { readonly kind: 'library' }>;
      hits: number;
      frames: number;
    } = {
      hits: 0,
      frames: 0,
    };
    const reading = (async () => {
      for await (const frame of feed) {
        seen.frames += 1;
        if (frame.kind === 'library') seen.library = frame;
        else seen.hits = frame.counts[0]?.counts.shadow.shadowHits ?? 0;
      }
    })();
    await test.until(() => seen.library);
    return {
      seen,
      rules: () => seen.library?.rules.map((each) => `${each.name} ${each.state} ${each.mayEdit}`),
      close: async () => {
        end.abort();
        await reading;
      },
    };
  }

  it('see each other’s changes and what rules count, each in its own rooms only', async () => {
    const { rules } = test.supervisor;
    const other = await open(test.controller);
    const elsewhere = await open(test.as({ ...SUPERVISOR, id: 'wu', roomIds: ['x'] }));
    await rules.save({ ruleId: 'code', baseVersion: 0, definition: rule({ roomIds: ['room'] }) });
    await rules.lists.save({
      listId: 'ads',
      baseVersion: 0,
      content: { name: '广告词', variants: DEFAULT_VARIANTS, words: ['代练'], except: [] },
    });
    await test.until(() => other.seen.library?.lists.length === 1);
    expect(other.rules()).toEqual(['暗号 draft false']);
    await rules.stage({ ruleId: 'code', version: 1, state: 'shadow' });
    await test.until(() => other.rules()?.[0] === '暗号 shadow false');
    const told = elsewhere.seen.frames;
    await test.platform.say([chatEvent({ key: '1', user: 'a', text: '芝麻开门', at: Date.now() })]);
    await test.until(() => other.seen.hits === 1);
    const { rows } = await test.controller.rules.hits({ ruleId: 'code' });
    expect([rows.map((each) => each.row.text), elsewhere.rules(), elsewhere.seen.frames - told]).toEqual([
      ['芝麻开门'],
      [],
      0,
    ]);
    await rules.archive({ ruleId: 'code', archived: true });
    await test.until(() => other.rules()?.[0] === '暗号 archived false');
    await other.close();
    await elsewhere.close();
  });
});
