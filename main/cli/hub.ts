import { SYSTEM } from '../../shared/domain/actor.ts';
import { faultText } from '../../shared/domain/fault.ts';
import { startCore } from '../core/host.ts';
import { serveHub } from '../core/hub/server.ts';
import { createLog } from './logger.ts';
import { PAGE_DIR, VERSION } from './places.ts';
import { fileSecrets } from './secrets.ts';

/** Options of `changkong hub`. */
export interface HubArguments {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly demo: boolean;
  readonly room: readonly string[];
}

/**
 * Runs until SIGINT or SIGTERM. First line on stdout: `{"event":"listening","url"}`; second, while nobody
 * has paired: `{"event":"pairing","url","token"}`. Returns the exit code.
 */
export async function runHub(options: HubArguments): Promise<number> {
  const log = createLog();
  // Before the first line on stdout: whoever reads it may ask for the end at once.
  const asked = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  const core = await startCore({
    dataDir: options.data,
    demo: options.demo,
    rooms: options.room,
    secretsOf: fileSecrets(options.data, log),
    log,
    version: VERSION,
  });
  if (!core.ok) {
    process.stderr.write(`${faultText(core.fault, 'en')}\n`);
    return 1;
  }
  const hub = await serveHub(core.value, { host: options.host, port: options.port, pageDir: PAGE_DIR });
  if (!hub.ok) {
    process.stderr.write(
      `hub cannot listen at ${hub.fault.detail ?? 'this address'}; choose another --host or --port (0 takes a free one)\n`,
    );
    await core.value.close();
    return 1;
  }
  process.stdout.write(`${JSON.stringify({ event: 'listening', url: hub.value.url })}\n`);
  const { members } = core.value.services;
  if (members.isEmpty()) {
    const invited = await members.invite(
      { name: 'Owner', roles: ['supervisor', 'controller'], ttlMinutes: 24 * 60 },
      SYSTEM,
    );
    if (invited.ok) {
      const url = `${hub.value.url}/#pair=${invited.value.token}`;
      process.stdout.write(`${JSON.stringify({ event: 'pairing', url, token: invited.value.token })}\n`);
      process.stderr.write(`\n  场控台 Changkong: open ${url}\n\n`);
    }
  } else process.stderr.write(`\n  场控台 Changkong: ${hub.value.url}\n\n`);
  await asked;
  await hub.value.close();
  await core.value.close();
  return 0;
}
