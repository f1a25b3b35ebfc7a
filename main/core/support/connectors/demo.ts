import type { Clock } from '../../../../shared/domain/effects.ts';
import { CONNECTOR_DEFAULTS } from '../../../../shared/support/shop/connector.ts';
import { newToken } from '../../access/tokens.ts';
import type { BuiltInShop } from './service.ts';
import { startShop } from './simulator/shop.ts';

/** A shop for the demo's rooms, on this machine alone. */
export interface DemoShop {
  readonly shop: BuiltInShop;
  readonly close: () => Promise<void>;
}

/** Starts it; it speaks the connectors' own protocol, signed with a secret of this run. */
export async function startDemoShop(clock: Clock, roomIds: readonly string[]): Promise<DemoShop> {
  const secret = newToken();
  const server = await startShop({ secret, clock });
  return {
    close: server.close,
    shop: {
      secret,
      connector: {
        ...CONNECTOR_DEFAULTS,
        id: 'demo-shop',
        name: '演示商城',
        url: server.url,
        rooms: [...roomIds],
        allowPrivateNetwork: true,
        breaker: { ...CONNECTOR_DEFAULTS.breaker },
      },
    },
  };
}
