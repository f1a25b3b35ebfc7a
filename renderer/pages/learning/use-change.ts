import type { ApiClient } from '../../../shared/api/client.ts';
import type { LearningView } from '../../../shared/learning/views.ts';
import { useClient } from '../../app/services.tsx';
import { type Act, useAct } from '../parts/use-act.ts';
import type { PartProps } from './part.ts';

/** Asks for a change of the room and takes its answer in. */
export function useChange(part: PartProps): Act & {
  /** Whether it was done. */
  readonly ask: (call: (client: ApiClient) => Promise<LearningView>) => Promise<boolean>;
} {
  const client = useClient();
  const act = useAct();
  return {
    ...act,
    ask: async (call) => {
      const answer = await act.run(() => call(client));
      if (answer.ok) part.learn(answer.value);
      return answer.ok;
    },
  };
}
