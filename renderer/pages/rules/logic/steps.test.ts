import { describe, expect, it } from 'vitest';
import type { Ladder, Step } from '../../../../shared/rules/rule.ts';
import { LadderSchema } from '../../../../shared/rules/rule.ts';
import { addStep, blankLadder, isMilder, moveStep, removeStep, setStep, stepAs } from './steps.ts';

const warn: Step = { action: 'warn', text: '请注意' };
const mute = (durationSec: number): Step => ({ action: 'mute', durationSec, deletes: true });
const ban: Step = { action: 'ban' };
const ladder = (...steps: readonly Step[]): Ladder => ({ ...blankLadder('请注意'), steps });

describe('a ladder being edited', () => {
  it('begins as one that can be kept', () => {
    expect(LadderSchema.safeParse(blankLadder('请注意')).success).toBe(true);
  });

  it.each<[string, Ladder, Ladder]>([
    ['set', setStep(ladder(warn, ban), 1, mute(60)), ladder(warn, mute(60))],
    ['remove', removeStep(ladder(warn, ban), 0), ladder(ban)],
    ['the last stays', removeStep(ladder(ban), 0), ladder(ban)],
    ['move down', moveStep(ladder(warn, ban), 0, 1), ladder(ban, warn)],
    ['move over the edge', moveStep(ladder(warn, ban), 0, -1), ladder(warn, ban)],
    ['add after a warning', addStep(ladder(warn), '请注意'), ladder(warn, mute(600))],
    ['add after a mute', addStep(ladder(mute(600)), '请注意'), ladder(mute(600), mute(3_600))],
    ['no mute over 14 days', addStep(ladder(mute(604_800)), ''), ladder(mute(604_800), mute(1_209_600))],
  ])('%s', (_, after, expected) => {
    expect(after).toEqual(expected);
  });

  it.each<[Step, Step['action'], Step]>([
    [warn, 'warn', warn],
    [warn, 'mute', { action: 'mute', durationSec: 600 }],
    [mute(60), 'ban', { action: 'ban', deletes: true }],
    [ban, 'warn', warn],
    [ban, 'flag', { action: 'flag' }],
  ])('%j as %s', (step, action, expected) => {
    expect(stepAs(step, action, '请注意')).toEqual(expected);
  });

  it('says where a ladder goes down', () => {
    const steps = ladder(warn, mute(3_600), mute(60), ban);
    expect(steps.steps.map((_, index) => isMilder(steps, index))).toEqual([false, false, true, false]);
  });
});
