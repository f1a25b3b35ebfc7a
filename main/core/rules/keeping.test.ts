import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import { DEFAULT_VARIANTS } from '../../../shared/rules/words.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import { openSqliteStore } from '../../store/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';

const definition: RuleDefinition = {
  ...blankRule('暗号'),
  when: { kind: 'words', lists: [{ id: 'codes', version: 1 }] },
  does: {
    kind: 'ladder',
    steps: [{ action: 'delete' }, { action: 'mute', durationSec: 60 }],
    memoryMin: 60,
    restSec: 1,
    maxPerMinute: 10,
  },
};

async function open(dir: string): Promise<Store> {
  const opened = await openSqliteStore({ dir, clock: { now: Date.now } });
  if (!opened.ok) throw new Error(opened.fault.detail);
  return opened.value;
}

async function say(test: TestCore, key: string, text: string, at: number): Promise<void> {
  const event = chatEvent({ key, user: 'a', text, at });
  await test.platform.say([event]);
  for (let turn = 0; turn < 400 && (await test.store.eventById(event.eventId)) === null; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setImmediate(resolve));
  await test.core.services.rules.settled();
}

describe('rules on disk', () => {
  it('go on after a restart: versions, pinned lists, the step of a ladder, counts, a brake', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'changkong-rules-'));
    try {
      let test = await startTestCore({ store: await open(dir) });
      const { lists, save, stage } = test.supervisor.rules;
      const content = { name: '暗号', variants: DEFAULT_VARIANTS, words: ['芝麻开门'], except: [] };
      await lists.save({ listId: 'codes', baseVersion: 0, content });
      await save({ ruleId: 'code', baseVersion: 0, definition });
      await stage({ ruleId: 'code', version: 1, state: 'shadow' });
      await stage({ ruleId: 'code', version: 1, state: 'live' });
      // The rule stays with the version it names.
      await lists.save({ listId: 'codes', baseVersion: 1, content: { ...content, words: ['别的词'] } });
      const now = Date.now() - 60_000;
      await say(test, 'one', '芝麻开门', now);
      await test.until(() => test.platform.asked.length === 1);
      const before = await test.controller.rules.get({ ruleId: 'code' });
      // What was counted last is written when the core closes.
      await test.core.close();

      test = await startTestCore({ store: await open(dir) });
      const after = await test.controller.rules.get({ ruleId: 'code' });
      await say(test, 'two', '芝麻开门', now + 5_000);
      await say(test, 'three', '别的词', now + 10_000);
      await test.until(() => test.platform.asked.length === 1);
      const hits = await test.controller.rules.hits({ ruleId: 'code', limit: 10 });
      const pages = await test.controller.rules.hits({ ruleId: 'code', limit: 1 });
      await test.core.close();

      expect(after).toEqual(before);
      expect(before.rule.counts.live).toMatchObject({ hits: 1, actions: 1 });
      expect(test.platform.asked.map((each) => [each.kind, each.durationSec])).toEqual([['mute', 60]]);
      expect(hits.rows.map((each) => [each.row.id, each.version, each.shadow])).toEqual([
        ['demo:room:chat:two', 1, false],
        ['demo:room:chat:one', 1, false],
      ]);
      expect([pages.rows.length, pages.cursor !== undefined]).toEqual([1, true]);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});

describe('a document of rules', () => {
  it('carries rules and lists to another hub as drafts, and tells what it refused', async () => {
    const from = await startTestCore();
    const to = await startTestCore();
    const content = { name: '暗号', variants: DEFAULT_VARIANTS, words: ['芝麻开门'], except: [] };
    await from.supervisor.rules.lists.save({ listId: 'codes', baseVersion: 0, content });
    await from.supervisor.rules.save({ ruleId: 'code', baseVersion: 0, definition });
    const bundle = await from.supervisor.rules.exportAll({});
    const broken = { id: 'bad', definition: { ...definition, when: { kind: 'pattern', source: '(' } } };
    const odd = { id: 'odd', definition: { when: 7 } };
    const first = await to.supervisor.rules.importAll({
      bundle: { ...bundle, rules: [...bundle.rules, broken, odd] },
    });
    const second = await to.supervisor.rules.importAll({ bundle });
    const there = await to.controller.rules.get({ ruleId: 'code' });
    expect(first.lists.map((each) => each.outcome)).toEqual(['added']);
    expect(first.rules.map((each) => [each.id, each.outcome])).toEqual([
      ['code', 'added'],
      ['bad', 'refused'],
      ['odd', 'refused'],
    ]);
    expect([...second.lists, ...second.rules].map((each) => each.outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect([there.rule.state, there.versions[0]?.definition]).toEqual(['draft', definition]);
    await expect(to.supervisor.rules.importAll({ bundle: { format: 'x' } })).rejects.toMatchObject({
      code: 'invalid',
    });
    await Promise.all([from.core.close(), to.core.close()]);
  });
});
