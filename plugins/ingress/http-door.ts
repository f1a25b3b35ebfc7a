import { fault } from '../../shared/domain/fault.ts';
import type { ConnectContext, PluginHttpRequest, PluginHttpResponse } from '../../shared/plugin/plugin.ts';
import { decodeJson, readBatch, readBytes, tooManyBytes } from './batch-body.ts';
import type { Gate } from './gate.ts';
import { answer, INGRESS_LIMITS, refuse } from './protocol.ts';
import { readSignatureHeaders } from './signing.ts';
import type { BatchTaker } from './taker.ts';

type Context = Pick<ConnectContext<unknown>, 'count' | 'log'>;

/** Answers `POST /ingress/v1/rooms/{room}/events`. Refuses as early as it can; never throws. */
export function createHttpDoor(
  context: Context,
  gate: Gate,
  taker: BatchTaker,
): (request: PluginHttpRequest) => Promise<PluginHttpResponse> {
  return async (request) => {
    try {
      const response = refuseHead(request) ?? (await serve(request, gate, taker));
      if (response.status !== 200) context.count(`refused_${response.status}`);
      return response;
    } catch (error) {
      context.count('refused_503');
      context.log('error', `ingress request: ${error instanceof Error ? error.message : String(error)}`);
      return refuse(fault('store_failed'));
    }
  };
}

function refuseHead(request: PluginHttpRequest): PluginHttpResponse | null {
  if (request.method !== 'POST') return refuse(fault('invalid', 'only POST'), 405, { allow: 'POST' });
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(header(request, 'content-type') ?? ''))
    return refuse(fault('invalid', 'content-type: application/json in UTF-8 is needed'), 415);
  if ((header(request, 'content-encoding') ?? 'identity') !== 'identity')
    return refuse(fault('invalid', 'content-encoding: compressed bodies are not taken'), 415);
  if (Number(header(request, 'content-length') ?? 0) > INGRESS_LIMITS.bytes) return refuse(tooManyBytes());
  return null;
}

async function serve(request: PluginHttpRequest, gate: Gate, taker: BatchTaker): Promise<PluginHttpResponse> {
  const parts = readSignatureHeaders(request.headers);
  if (!parts.ok) return refuse(parts.fault);
  const fresh = gate.fresh(parts.value);
  if (!fresh.ok) return refuse(fresh.fault);
  const bytes = await readBytes(request.body);
  if (!bytes.ok) return refuse(bytes.fault);
  const admitted = await gate.admit(parts.value, bytes.value);
  if (!admitted.ok) return refuse(admitted.fault);
  const json = decodeJson(bytes.value);
  if (!json.ok) return refuse(json.fault);
  const batch = readBatch(json.value);
  if (!batch.ok) return refuse(batch.fault);
  const taken = await taker.take(batch.value);
  return taken.ok ? answer(200, taken.value) : refuse(taken.fault);
}

function header(request: PluginHttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
}
