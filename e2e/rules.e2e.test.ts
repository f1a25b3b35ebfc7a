import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPage } from '../build/products.ts';
import { until } from './electron.ts';
import { goTo, openBrowser, openConsole, type RunningHub, restOf, startHub, whyNoBrowser } from './hub.ts';

const why = whyNoBrowser();
if (why !== null) console.log(`skipped the rule studio in a browser: ${why}`);

interface Detail {
  readonly rule: {
    readonly live?: number;
    readonly newest: number;
    readonly counts: { readonly shadow: { readonly shadowHits: number } };
  };
  readonly versions: readonly { readonly version: number; readonly copyOf?: number }[];
}

describe.skipIf(why !== null)('the rule studio', () => {
  let browser: Browser;
  let hub: RunningHub;
  let rest: Awaited<ReturnType<typeof restOf>>;
  beforeAll(async () => {
    await freshPage();
    browser = await openBrowser();
    hub = await startHub({ args: ['--demo'] });
    rest = await restOf(hub);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
  });

  it('R1 a rule made in the form counts in the shadow without a flag, goes live with its results shown, puts its flag in the queue with its name and reason, and is rolled back', async () => {
    const invited = (await rest('POST', '/session/invites', { name: '周', roles: ['supervisor'] })) as {
      readonly token: string;
    };
    const page = await openConsole(browser, hub, `${hub.url}/#pair=${invited.token}`);
    const ruleId = await makeRule(page);
    const detail = async () => (await rest('GET', `/rules/${ruleId}`)) as Detail;
    const flags = async () =>
      ((await rest('GET', `/flags?category=rule:${ruleId}`)) as { readonly rows: readonly unknown[] }).rows;

    await page.getByTestId('stage-to_shadow').click();
    await page.getByTestId('stage-yes').click();
    await until(detail, (now) => now.rule.counts.shadow.shadowHits > 0, 30_000);
    await page.locator('[data-testid=rule-row][data-state=shadow]').waitFor();
    expect(await flags()).toEqual([]);

    await page.getByTestId('stage-to_live').click();
    await page.getByTestId('shadow-results').getByTestId('rule-hit').first().waitFor();
    await page.getByTestId('stage-yes').click();
    await page.locator('[data-testid=rule-row][data-state=live]').waitFor();
    await until(flags, (rows) => rows.length > 0, 30_000);

    await goTo(page, '#/');
    const card = page.locator(`[data-testid=flag-card][data-category="rule:${ruleId}"]`).first();
    await card.waitFor();
    expect(await card.innerText()).toContain('夸唱歌');
    await card.click();
    const reasons = page.getByTestId('why-flagged');
    await reasons.waitFor();
    expect(await reasons.innerText()).toMatch(/规则「夸唱歌」第 1 版[\s\S]*包含「/);
    await page.getByTestId('by-rule').click();

    await page.getByTestId('rule-severity-high').click();
    await page.getByTestId('rule-save').click();
    await page.getByTestId('rule-tab-history').click();
    await page.locator('[data-testid=rule-version][data-version="1"]').click();
    await page.getByTestId('rule-roll-back').click();
    await page.getByTestId('ask-yes').click();
    await page.locator('[data-testid=rule-version][data-version="3"]').waitFor();
    const { rule, versions } = await detail();
    expect([rule.live, rule.newest, versions.map((one) => one.copyOf ?? null)]).toEqual([
      3,
      3,
      [1, null, null],
    ]);
  });

  it('R2 a window sees what another saves; a rule half written outlasts its window and is shown beside what was saved meanwhile', async () => {
    const member = await rest('POST', '/session/invites', { name: '吴', roles: ['supervisor'] });
    const { token } = member as { readonly token: string };
    const definition = {
      format: 1,
      name: '第一版',
      on: ['chat'],
      when: { kind: 'all', of: [{ kind: 'length', atLeast: 90 }] },
      severity: 'low',
      exempt: { roles: [], guards: false, persons: [] },
      does: { kind: 'flag' },
    };
    await rest('PUT', '/rules/kept', { baseVersion: 0, definition });
    const first = await openConsole(browser, hub, `${hub.url}/#pair=${token}`);
    const second = await first.context().newPage();
    for (const page of [first, second]) {
      await page.goto(`${hub.url}/#/rules/kept`);
      await page.getByTestId('rule-name').waitFor();
    }
    const named = (page: Page, name: string) =>
      page.locator('[data-testid=rule-row][data-rule-id=kept]', { hasText: name }).waitFor();

    await first.getByTestId('rule-name').fill('第二版');
    await first.getByTestId('rule-save').click();
    await named(second, '第二版');
    await until(
      () => second.getByTestId('rule-name').inputValue(),
      (name) => name === '第二版',
      10_000,
    );

    await first.getByTestId('rule-name').fill('写了一半');
    await first.close();
    const again = await second.context().newPage();
    await again.goto(`${hub.url}/#/rules/kept`);
    await again.getByTestId('draft-left').waitFor();
    expect(await again.getByTestId('rule-name').inputValue()).toBe('写了一半');

    await rest('PUT', '/rules/kept', { baseVersion: 2, definition: { ...definition, name: '第三版' } });
    await again.getByTestId('draft-behind').waitFor();
    expect(await again.getByTestId('version-gone').innerText()).toContain('第三版');
    expect(await again.getByTestId('version-new').innerText()).toContain('写了一半');
    await again.getByTestId('draft-go-on').click();
    await again.getByTestId('rule-save').click();
    await named(second, '写了一半');
    expect(((await rest('GET', '/rules/kept')) as Detail).rule.newest).toBe(4);
    expect(await again.getByTestId('rule-discard').count()).toBe(0);
  });
});

/** Writes a rule in the form, sees it explained and tried, saves it; the answer is its id. */
async function makeRule(page: Page): Promise<string> {
  await goTo(page, '#/rules/new');
  await page.getByTestId('template-blank').click();
  await page.getByTestId('rule-name').fill('夸唱歌');
  await page.getByTestId('add-condition').click();
  await page.getByTestId('add-words').click();
  await page.getByTestId('words-own').fill('唱、好听、安可、单曲');
  await page.getByTestId('try-text').fill('唱得真好听\n今天下雨');
  const trials = page.getByTestId('trial');
  await until(
    async () => trials.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-matched'))),
    (matched) => matched.length === 2,
    10_000,
  ).then((matched) => expect(matched).toEqual(['true', 'false']));
  expect(await page.getByTestId('rule-sentence').innerText()).toContain('包含「唱」');
  await page.getByTestId('rule-save').click();
  await page.locator('[data-testid=rule-row][data-state=draft]').waitFor();
  return new URL(page.url()).hash.split('/').at(-1) ?? '';
}
