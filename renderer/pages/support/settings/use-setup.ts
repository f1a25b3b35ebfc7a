import { useState } from 'react';
import type { Fault } from '../../../../shared/domain/fault.ts';
import type { SupportConfig } from '../../../../shared/support/config.ts';
import { useClient, useMember } from '../../../app/services.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useLoad } from '../../parts/use-load.ts';

/** How the desk is set, and changing it. */
export interface SetupAccess {
  readonly value: SupportConfig | undefined;
  readonly loadFault: Fault | undefined;
  readonly reload: () => void;
  readonly canChange: boolean;
  readonly busy: boolean;
  readonly saveFault: Fault | undefined;
  /** Whether it was saved. */
  readonly save: (patch: Partial<SupportConfig>) => Promise<boolean>;
  /** Takes in a configuration that another call answered. */
  readonly learn: (config: SupportConfig) => void;
}

/** Reads the configuration and changes what is named. */
export function useSetup(): SetupAccess {
  const client = useClient();
  const canChange = useMember()?.roles.includes('supervisor') ?? false;
  const loaded = useLoad('support-setup', (signal) => client.support.config.get(undefined, { signal }));
  const [saved, setSaved] = useState<SupportConfig | undefined>(undefined);
  const act = useAct();
  return {
    value: saved ?? loaded.value,
    loadFault: loaded.fault,
    reload: loaded.reload,
    canChange,
    busy: act.busy,
    saveFault: act.fault,
    learn: setSaved,
    save: async (patch) => {
      const answer = await act.run(() => client.support.config.put(patch));
      if (answer.ok) setSaved(answer.value);
      return answer.ok;
    },
  };
}
