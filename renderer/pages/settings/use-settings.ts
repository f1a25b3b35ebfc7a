import { useState } from 'react';
import type { HubSettings, SettingsPatch } from '../../../shared/api/settings.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import { useClient, useMember } from '../../app/services.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLoad } from '../parts/use-load.ts';

/** The hub's settings as the page works with them. */
export interface SettingsAccess {
  readonly value: HubSettings | undefined;
  readonly loadFault: Fault | undefined;
  readonly reload: () => void;
  readonly canChange: boolean;
  readonly busy: boolean;
  readonly saveFault: Fault | undefined;
  /** Whether it was saved. */
  readonly save: (patch: SettingsPatch) => Promise<boolean>;
}

/** Reads the settings and changes what is named. */
export function useSettings(): SettingsAccess {
  const client = useClient();
  const canChange = useMember()?.roles.includes('supervisor') ?? false;
  const loaded = useLoad('settings', (signal) => client.settings.get(undefined, { signal }));
  const [saved, setSaved] = useState<HubSettings | undefined>(undefined);
  const act = useAct();
  return {
    value: saved ?? loaded.value,
    loadFault: loaded.fault,
    reload: loaded.reload,
    canChange,
    busy: act.busy,
    saveFault: act.fault,
    save: async (patch) => {
      const answer = await act.run(() => client.settings.put(patch));
      if (answer.ok) setSaved(answer.value);
      return answer.ok;
    },
  };
}
