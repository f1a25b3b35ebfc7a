import type { Services } from '../../app/services.tsx';
import { evidenceIndex } from '../../logic/evidence-index.ts';
import { freeze } from '../../logic/frozen.ts';
import { QUEUE_SHOWN, sortQueue, step } from '../../logic/queue.ts';
import { rowTest } from '../../logic/row-filter.ts';
import type { Workbench } from './context.tsx';
import { choose } from './model.ts';

/** Moves the choice in the queue, or in the list, which is frozen by it. */
export function moveChoice(workbench: Workbench, services: Services, by: -1 | 1): void {
  if (workbench.model.getState().pane === 'queue') moveInQueue(workbench, services, by);
  else moveInList(workbench, services, by);
}

function moveInQueue({ model, room }: Workbench, services: Services, by: -1 | 1): void {
  const { scope, category, subject } = model.getState();
  const roomId = scope === 'room' ? room.room.id : undefined;
  const ids = sortQueue(services.desk.store.getState().flags.values(), { roomId, category })
    .slice(0, QUEUE_SHOWN)
    .map((f) => f.id);
  const next = step(ids, subject?.kind === 'flag' ? subject.flagId : undefined, by);
  if (next !== undefined) choose(model, { kind: 'flag', flagId: next });
}

function moveInList({ model, room }: Workbench, services: Services, by: -1 | 1): void {
  const { rowFilter, rowText, ambient, subject, frozen } = model.getState();
  const chat = services.chats.of(room.room.id).getState();
  const marks = evidenceIndex(services.desk.store.getState().flags.values(), room.room.id);
  const held = freeze(frozen, chat, 'key');
  const rows = held.rows.filter(
    rowTest(rowFilter === 'all' && ambient ? 'everything' : rowFilter, rowText, (row) => marks.has(row.id)),
  );
  const chosen = subject?.kind === 'row' ? subject.row.id : undefined;
  const ids = rows.map((row) => row.id);
  // Without a choice, the newest row is where one looks.
  const next = chosen === undefined ? ids.at(-1) : step(ids, chosen, by);
  const row = rows.find((each) => each.id === next);
  model.setState({ frozen: held });
  if (row !== undefined) choose(model, { kind: 'row', row, flagId: marks.get(row.id)?.flagId });
}
