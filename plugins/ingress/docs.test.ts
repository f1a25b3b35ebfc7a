import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../shared/domain/fault.ts';
import { createIngress } from './index.ts';
import { normalise } from './normalise.ts';
import { INGRESS_LIMITS } from './protocol.ts';
import { IngressSettingsSchema } from './settings.ts';
import { SHORT_KINDS } from './short-form.ts';
import { SIGNATURE_HEADERS, sign } from './signing.ts';
import { openDoors } from './simulator/hub.ts';
import { createRig } from './simulator/rig.ts';

const text = readFileSync(new URL('../../docs/ingress.md', import.meta.url), 'utf8');
const block = (info: string) => new RegExp(`\`\`\`${info}\\n([^]*?)\`\`\``).exec(text)?.[1] ?? '';

describe('docs/ingress.md', () => {
  it('shows a true signature', () => {
    const { secret, timestamp, nonce, body, signature } = JSON.parse(block('json example'));
    expect(signature).toBe(sign(secret, timestamp, nonce, body));
  });

  it('shows a sender that works', async () => {
    const secret = randomUUID();
    const rig = createRig(IngressSettingsSchema.parse({ secret }), Date.now);
    const connection = createIngress({ fetch }).connect(rig.context);
    const doors = await openDoors(() => connection);
    const env = { ...process.env, URL: doors.url('r1'), SECRET: secret };
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', block('js sender')], {
      env,
    });
    await doors.close();
    expect(stdout.trim()).toBe('200 {"accepted":1,"duplicate":0,"rejected":[],"gaps":[],"ack":{"seq":1}}');
  });

  it('shows a confirmation that is taken', () => {
    const shown = JSON.parse(/\{ "seq": 812[\s\S]*?\} \}/.exec(text)?.[0] ?? 'null');
    const arrival = { roomId: 'r1', source: 's', session: 's', receivedAt: 1_760_000_000_000 };
    expect(normalise(shown, arrival)).toMatchObject({ ok: true, value: { kind: 'mod_action' } });
  });

  it('names every header, kind and limit as they are', () => {
    const words = [
      ...Object.values(SIGNATURE_HEADERS),
      ...SHORT_KINDS,
      INGRESS_LIMITS.bytes.toLocaleString('en'),
      INGRESS_LIMITS.eventChars.toLocaleString('en'),
      `${INGRESS_LIMITS.events} events`,
      `at most ${INGRESS_LIMITS.depth} deep`,
    ];
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });

  it('names only error codes that exist', () => {
    const rows = [...text.matchAll(/^\| \d{3} \| (.*?) \|/gm)].flatMap(
      ([, codes = '']) => codes.match(/\w+/g) ?? [],
    );
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.filter((code) => !(code in FAULTS))).toEqual([]);
  });
});
