import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { decodeLearnt, type LearntRoom } from '../../../shared/detect/learnt.ts';
import type { Reservoir, ReservoirState, Sample } from '../../../shared/learning/reservoir.ts';
import type { ModelBytes, SampleStock } from '../../store/records.ts';

const pack = promisify(deflate);
const unpack = promisify(inflate);
/** Nothing that is kept is larger unpacked, bytes. */
const MOST_BYTES = 64 * 2 ** 20;

/** The messages a room learns from, as they are kept. */
export async function packStock(
  roomId: string,
  createdAt: number,
  reservoir: Reservoir,
  fresh: number,
): Promise<SampleStock> {
  const { samples, offered, lastOffset, chance } = reservoir.state();
  const lines = [
    samples.map((sample) => sample.offset).join(','),
    samples.map((sample) => sample.day).join(','),
    ...samples.map((sample) => sample.text),
  ];
  const packed = await pack(Buffer.from(lines.join('\n')));
  return { id: roomId, createdAt, offered, lastOffset, chance, fresh, packed: packed.toString('base64') };
}

/** A stock's reservoir; null where its bytes are damaged. */
export async function unpackStock(stock: SampleStock): Promise<ReservoirState | null> {
  const bytes = await unpacked(stock.packed);
  if (bytes === null) return null;
  const [offsets = '', days = '', ...texts] = bytes.toString().split('\n');
  const places = offsets === '' ? [] : offsets.split(',').map(Number);
  const dayOf = days.split(',').map(Number);
  if (places.length !== texts.length && places.length > 0) return null;
  const samples: Sample[] = places.map((offset, index) => ({
    offset,
    day: dayOf[index] ?? 0,
    text: texts[index] ?? '',
  }));
  const { offered, lastOffset, chance } = stock;
  return { samples, offered, lastOffset, chance };
}

/** The learnt room of a kept version; null where its bytes are damaged or of another program. */
export async function unpackModel(row: ModelBytes): Promise<LearntRoom | null> {
  const bytes = await unpacked(row.packed);
  return bytes === null ? null : decodeLearnt(bytes);
}

async function unpacked(text: string): Promise<Buffer | null> {
  try {
    return await unpack(Buffer.from(text, 'base64'), { maxOutputLength: MOST_BYTES });
  } catch {
    return null;
  }
}
