import type { Page } from 'playwright-core';
import { goTo } from '../hub.ts';
import type { Scene } from './scene.ts';

/** A rule in its form with its sentence and a trial, and what a room has learnt. */
export async function pictureStudio(scene: Scene, page: Page): Promise<void> {
  await goTo(page, '#/rules/new');
  await page.getByTestId('template-blank').click();
  await page.getByTestId('rule-name').fill('新号留联系方式');
  await page.getByTestId('add-condition').click();
  await page.getByTestId('add-words').click();
  await page.getByTestId('words-own').fill('加微信、企鹅群、私聊发福利');
  await page.getByTestId('try-text').fill('【加 微 信】领福利\n主播唱得真好听');
  await page.getByTestId('trial').nth(1).waitFor();
  await page.waitForTimeout(800);
  await scene.take(page, 'rules');
  await goTo(page, '#/learning/demo');
  await page.getByTestId('learning-page').waitFor();
  await page.waitForTimeout(2_000);
  await scene.take(page, 'learning');
}
