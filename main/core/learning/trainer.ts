import { Worker } from 'node:worker_threads';
import { decodeLearnt, type LearntRoom } from '../../../shared/detect/learnt.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { RoomModel, TrainingProgress } from '../../../shared/learning/model.ts';
import type { TrainerReply, TrainingOrder } from './train.ts';

/** A trained room, and its bytes as they are kept. */
export interface TrainedRoom {
  readonly learnt: LearntRoom;
  readonly packed: string;
  readonly check: RoomModel['check'];
}

/** Trains rooms away from the core's thread. */
export interface Trainer {
  readonly train: (
    order: TrainingOrder,
    tell: (stage: TrainingProgress['stage'], done: number) => void,
  ) => Promise<Result<TrainedRoom>>;
  /** Ends what is under way. */
  readonly close: () => Promise<void>;
}

const TIME_LIMIT_MS = 300_000;
const MEMORY_MB = 768;

/** One thread for each training, so that its memory is given back. */
export function createTrainer(): Trainer {
  const workers = new Set<Worker>();
  return {
    train: (order, tell) =>
      new Promise((resolve) => {
        const worker = new Worker(new URL('./worker.ts', import.meta.url), {
          workerData: order,
          name: 'training',
          resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
        });
        workers.add(worker);
        const end = (result: Result<TrainedRoom>): void => {
          clearTimeout(timer);
          workers.delete(worker);
          resolve(result);
          void worker.terminate();
        };
        const failed = (why: string): void => end(fail(fault('overloaded', `training: ${why}`)));
        const timer = setTimeout(() => failed(`not done after ${TIME_LIMIT_MS / 1_000} s`), TIME_LIMIT_MS);
        worker.on('message', (reply: TrainerReply) => {
          if (reply.kind === 'progress') {
            tell(reply.stage, reply.done);
            return;
          }
          const learnt = decodeLearnt(reply.bytes);
          if (learnt === null) failed('its result cannot be read');
          else end(ok({ learnt, packed: reply.packed, check: reply.check }));
        });
        worker.once('error', (error) => failed(String(error)));
        worker.once('exit', (code) => failed(`the thread ended with code ${code}`));
      }),
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}
