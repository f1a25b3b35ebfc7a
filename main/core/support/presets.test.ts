import { describe, expect, it } from 'vitest';
import { id, startTimed, text } from './timed.fixture.ts';

describe('presets', () => {
  it('N8 show what they change, apply it, and put it back', async () => {
    const test = await startTimed();
    const before = await test.supervisor.support.config.get();
    const { changes } = await test.supervisor.support.presets.preview({ preset: 'one_to_one' });
    const { config } = await test.supervisor.support.presets.apply({ preset: 'one_to_one' });
    const after = await test.supervisor.support.presets.preview({ preset: 'one_to_one' });
    const back = await test.supervisor.support.presets.undo();
    expect([
      changes.map((each) => each.path).includes('privacy.masked'),
      config.retentionDays,
      after.changes,
      back,
    ]).toEqual([true, 30, [], before]);
  });

  it('N9 mask what viewers say until it is revealed with a reason, which is audited', async () => {
    const test = await startTimed();
    await test.supervisor.support.presets.apply({ preset: 'one_to_one' });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id(), person: true });
    await client.send({ conversationId, ...text('秘密') });
    const look = async () =>
      (await test.agent.support.messages({ conversationId })).findLast(
        (message) => message.from.kind === 'viewer',
      )?.body;
    const masked = await look();
    await test.agent.support.reveal({ conversationId, reason: '核实身份' });
    const audit = await test.supervisor.review.audit({ limit: 500 });
    const csv = await test.supervisor.support.stats
      .csv({ from: 0, to: Date.now() })
      .catch((error: { code: string }) => error.code);
    expect([
      masked,
      await look(),
      audit.entries.some((entry) => entry.what === 'support.reveal' && entry.detail === '核实身份'),
      audit.intact,
      csv,
    ]).toEqual([{ kind: 'text', text: '▇▇' }, { kind: 'text', text: '秘密' }, true, true, 'forbidden']);
  });
});
