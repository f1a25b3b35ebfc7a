import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTwitchSimulator, type TwitchSimulator } from '../../../plugins/twitch/simulator/twitch.ts';
import { dataFolder, startWholeHub, type WholeHub } from '../testing/whole-hub.ts';

const folders: (() => void)[] = [];
let hub: WholeHub;
let sim: TwitchSimulator;

beforeEach(async () => {
  const folder = dataFolder();
  folders.push(folder.remove);
  sim = await startTwitchSimulator({ channel: 'busy', broadcasterId: '100' });
  const account = sim.signedIn();
  hub = await startWholeHub({ dataDir: folder.dir, secrets: new Map([[account.name, account.value]]) });
  await hub.rest('POST', '/rooms', {
    id: 'busy',
    name: 'Busy room',
    plugin: 'twitch',
    settings: sim.settings,
    enabled: true,
  });
  await sim.irc.joined();
});
afterEach(async () => {
  await hub.close();
  await sim.close();
});
afterAll(() => {
  for (const remove of folders) remove();
});

const loud = { id: '2001', login: 'loud' };
const flags = async () =>
  ((await hub.rest('GET', '/flags?roomId=busy')) as { rows: { id: string; category: string }[] }).rows;
const action = (id: string) => hub.core.services.desk.actions.get(id);

async function perform(kind: string, more: object): Promise<string> {
  const id = randomUUID();
  await hub.rest('POST', '/actions', { requests: [{ id, roomId: 'busy', kind, ...more }] });
  return id;
}
const target = { id: 'twitch:2001', nativeId: '2001', name: 'loud', actionable: true };
const reaches = (id: string, state: string) =>
  hub.until(
    () => action(id)?.state,
    (now) => now === state,
  );

describe('Twitch through the whole hub', () => {
  it('a line in chat is a flag; a timeout by Helix is confirmed by chat; undo lifts it and Helix says so', async () => {
    sim.viewerSays(loud, '你是傻逼 kill yourself');
    const [flag] = await hub.until(flags, (rows) => rows.length > 0);
    const mute = await perform('mute', { target, durationSec: 600, flagId: flag?.id });
    await reaches(mute, 'confirmed');
    expect(sim.helix.state.bans.get('2001')?.until).toBeGreaterThan(Date.now());
    expect(action(mute)?.receipts.map((receipt) => receipt.state)).toEqual([
      'requested',
      'accepted',
      'confirmed',
    ]);
    const lift = randomUUID();
    await hub.rest('POST', '/actions/undo', { actionIds: [mute], undoIds: [lift] });
    await reaches(lift, 'confirmed');
    expect({ bans: sim.helix.state.bans.size, undoneBy: action(mute)?.undoneBy }).toEqual({
      bans: 0,
      undoneBy: lift,
    });
  });

  it('a deleted message is confirmed when chat tells of it', async () => {
    const messageId = sim.viewerSays(loud, '主播是傻逼');
    await hub.until(flags, (rows) => rows.length > 0);
    const removed = await perform('delete', { target, messageId });
    await reaches(removed, 'confirmed');
    expect(sim.helix.calls.filter(({ call }) => call.startsWith('DELETE /moderation/chat')).length).toBe(1);
  });

  it('a moderator of the channel is protected, and the receipt says why', async () => {
    const refused = await perform('mute', {
      target: { id: 'twitch:900', nativeId: '900', name: 'modone', actionable: true },
      durationSec: 60,
    });
    await reaches(refused, 'failed');
    expect(action(refused)?.receipts.at(-1)?.fault?.code).toBe('target_protected');
  });

  it('a cut line is a gap, and what comes after it is heard', async () => {
    sim.viewerSays(loud, 'before');
    const rows = async () =>
      (
        (await hub.rest('GET', '/review/events?roomId=busy&order=oldest&limit=1000')) as {
          rows: { kind: string; text: string }[];
        }
      ).rows;
    await hub.until(rows, (all) => all.some((row) => row.text === 'before'));
    await sim.irc.cut();
    await sim.irc.joined();
    sim.viewerSays(loud, 'after');
    const all = await hub.until(rows, (found) => found.some((row) => row.text === 'after'));
    expect(all.filter((row) => row.kind === 'chat' || row.kind === 'gap').map((row) => row.kind)).toEqual([
      'chat',
      'gap',
      'chat',
    ]);
  });
});
