import type { HostedCore } from '../../main/core/host.ts';
import { type Hub, serveHub } from '../../main/core/hub/server.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { type BenchCore, must } from './bench-core.ts';

/** A bench core behind a real hub, with a session to it. */
export interface BenchHub {
  readonly hub: Hub;
  readonly port: number;
  readonly sessionToken: string;
  /** A one-time token for a browser. */
  readonly pairing: () => Promise<string>;
}

/** Serves the core, and the page in `pageDir` where there is one. */
export async function openBenchHub(bench: BenchCore, pageDir: string): Promise<BenchHub> {
  const hosted: HostedCore = { ...bench.core, connectPort: () => undefined };
  const hub = must(await serveHub(hosted, { host: '127.0.0.1', port: 0, pageDir }));
  const { members } = bench.core.services;
  const pairing = async (): Promise<string> =>
    must(await members.invite({ name: 'Bench', roles: ['supervisor', 'controller'], ttlMinutes: 60 }, SYSTEM))
      .token;
  const { sessionToken } = must(await members.pair(await pairing()));
  return { hub, port: Number(new URL(hub.url).port), sessionToken, pairing };
}
