import type { Clock } from '../../shared/domain/effects.ts';
import type { PluginDescription } from '../../shared/plugin/plugin.ts';
import type { Store } from '../store/store.ts';
import type { Members } from './access/members.ts';
import type { Actions } from './actions/service.ts';
import type { Desk } from './desk.ts';
import type { Escalations } from './escalations/service.ts';
import type { Flags } from './flags/service.ts';
import type { Learning } from './learning/service.ts';
import type { People } from './people/card.ts';
import type { Push } from './push/push.ts';
import type { Review } from './review/service.ts';
import type { Emergency } from './rooms/emergency.ts';
import type { Rooms } from './rooms/service.ts';
import type { SignIns } from './rooms/sign-in.ts';
import type { Rules } from './rules/index.ts';
import type { Settings } from './settings/settings.ts';
import type { Shop } from './support/connectors/service.ts';
import type { Support } from './support/index.ts';
import type { Tickets } from './tickets/service.ts';
import type { TicketTalks } from './tickets/talks.ts';

/** Everything the API may call. Composed in one place: `core.ts`. */
export interface Services {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly members: Members;
  readonly rooms: Rooms;
  readonly plugins: ReadonlyMap<string, PluginDescription>;
  readonly signIns: SignIns;
  readonly emergency: Emergency;
  readonly flags: Flags;
  readonly actions: Actions;
  readonly tickets: Tickets;
  readonly escalations: Escalations;
  readonly people: People;
  readonly review: Review;
  readonly settings: Settings;
  readonly push: Push;
  readonly support: Support;
  readonly rules: Rules;
  readonly shop: Shop;
  readonly ticketTalks: TicketTalks;
  readonly learning: Learning;
  readonly version: string;
}
