import type { SupportConfig } from '../../../../shared/support/config.ts';
import type { SetupAccess } from './use-setup.ts';

/** What every part of the setup is given. */
export interface PartProps {
  readonly setup: SetupAccess;
  readonly value: SupportConfig;
}
