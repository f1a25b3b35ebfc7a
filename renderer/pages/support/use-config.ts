import { useClient } from '../../app/services.tsx';
import { useLoad } from '../parts/use-load.ts';

/** How the desk is set. */
export function useConfig() {
  const client = useClient();
  return useLoad('support-config', (signal) => client.support.config.get(undefined, { signal }));
}
