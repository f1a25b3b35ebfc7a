/** Bytes of an answer that are read. */
const MAX_ANSWER = 65_536;

/** The JSON of an answer, at most 64 KiB of it; undefined where it is none. */
export async function readAnswer(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Why a call failed, in a word: the system's code, `timeout`, or the message. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name === 'TimeoutError' ? 'timeout' : error.message;
}

/** When the other side wants to hear from us again (epoch ms), where it says so in seconds, up to a day. */
export function retryAt(response: Response, now: number): { retryAt?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 && seconds <= 86_400 ? { retryAt: now + seconds * 1_000 } : {};
}
