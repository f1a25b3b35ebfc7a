import { parentPort, workerData } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { encodeLearnt } from '../../../shared/detect/learnt.ts';
import { type TrainerReply, type TrainingOrder, trainRoom } from './train.ts';

/** Entry of the thread that trains one room and ends. */
const say = (reply: TrainerReply, hand: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(reply, [...hand]);

const trained = trainRoom(workerData as TrainingOrder, (stage, done) =>
  say({ kind: 'progress', stage, done }),
);
const bytes = encodeLearnt(trained.learnt);
const packed = deflateSync(bytes).toString('base64');
say({ kind: 'done', bytes, packed, check: trained.check }, [bytes.buffer as ArrayBuffer]);
