import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { olderFrom, readableDetail } from './audit.ts';

const t = ((key: string) => `<${key}>`) as TFunction;

describe('the record', () => {
  it.each([
    [[], null],
    [[3, 2, 1], null],
    [[900, 701], 501],
    [[300, 101], 1],
  ])('page before %j', (seqs, expected) => {
    expect(olderFrom(seqs.map((seq) => ({ seq })))).toBe(expected);
  });

  it.each([
    ['flag.dismiss', undefined, ''],
    ['flag.dismiss', 'joke', '<common:dismiss.joke>'],
    [
      'session.invite',
      '小林 controller+supervisor',
      '小林 <common:roles.controller> · <common:roles.supervisor>',
    ],
    ['action.request', 'mute 王五 刷屏', '<common:action.mute> 王五 刷屏'],
    ['ticket.note', 'mute\n退钱', 'mute 退钱'],
    ['learning.train', 'nightly 5000', '<learning:why.nightly> 5000'],
    ['learning.budget', '5 ad 0.1', '5 <common:category.ad> 0.1'],
    ['learning.reset', 'language', '<learning:reset.part.language.name>'],
    ['settings.change', 'sla', '<settings:nav.sla>'],
    ['flag.dismiss', 'constructor', 'constructor'],
  ])('reads %s %j', (what, detail, expected) => {
    expect(readableDetail({ what, detail }, t)).toBe(expected);
  });
});
