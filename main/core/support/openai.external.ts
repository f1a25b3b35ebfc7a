import type { ProviderConfig } from '../../../shared/support/config.ts';
import { ChunkSchema, checkedAnswer, NO_ANSWER, promptFor } from '../../../shared/support/provider.ts';
import { translationPrompt } from '../../../shared/support/translating.ts';
import type { AnswerProvider, Completion } from './provider.ts';

const MAX_BODY = 262_144;

/** An OpenAI-compatible service: `POST {url}/chat/completions` with `stream: true`. */
export function openAiProvider(config: ProviderConfig, fetchWith: typeof fetch): AnswerProvider {
  return {
    async answer(request, onText, signal) {
      const done = await complete(
        config,
        fetchWith,
        { messages: promptFor(request), maxTokens: Math.min(request.maxTokens, config.maxTokens), signal },
        (text) => {
          if (!text.trimStart().startsWith(NO_ANSWER.slice(0, 3))) onText(text);
        },
      );
      if (done.kind === 'failed') return done;
      const { text, tokens } = done;
      if (text.includes(NO_ANSWER)) return { kind: 'refused', tokens };
      const checked = checkedAnswer(text, request.articles);
      return checked === null
        ? { kind: 'failed', reason: 'not from the articles', tokens }
        : { kind: 'answered', ...checked, tokens };
    },
    translate: ({ text, to, maxTokens }, signal) =>
      complete(
        config,
        fetchWith,
        { messages: translationPrompt(text, to), maxTokens, signal },
        () => undefined,
      ),
  };
}

/** One prompt and its whole answer. Cut off, too long, slow, broken or interrupted is `failed`. */
async function complete(
  config: ProviderConfig,
  fetchWith: typeof fetch,
  asked: {
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly maxTokens: number;
    readonly signal: AbortSignal;
  },
  onText: (text: string) => void,
): Promise<Completion> {
  const { messages, maxTokens, signal } = asked;
  const timeout = AbortSignal.timeout(config.timeoutSec * 1_000);
  const stream = { stream: true, stream_options: { include_usage: true } };
  let text = '';
  const tokens = tokensOf(messages.map((each) => each.content).join(''));
  const failed = (reason: string): Completion => ({
    kind: 'failed',
    reason,
    tokens: tokens + tokensOf(text),
  });
  try {
    const response = await fetchWith(`${config.url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${config.key}` },
      body: JSON.stringify({
        model: config.model,
        messages,
        max_tokens: maxTokens,
        temperature: 0,
        ...stream,
      }),
      signal: AbortSignal.any([signal, timeout]),
    });
    if (!response.ok || response.body === null) return failed(`status ${response.status}`);
    let isDone = false;
    let finish = '';
    let exact: number | undefined;
    for await (const data of eventsOf(response.body)) {
      if (data === '[DONE]') {
        isDone = true;
        break;
      }
      const chunk = ChunkSchema.safeParse(jsonOf(data));
      if (!chunk.success) return failed('not understood');
      text += chunk.data.choices[0]?.delta?.content ?? '';
      finish = chunk.data.choices[0]?.finish_reason ?? finish;
      exact = chunk.data.usage?.total_tokens ?? exact;
      if (text.length > maxTokens * 8) return failed('too long');
      onText(text);
    }
    if (!isDone || finish === 'length') return failed('cut off');
    return { kind: 'said', text, tokens: exact ?? tokens + tokensOf(text) };
  } catch (error) {
    return failed(signal.aborted ? 'interrupted' : timeout.aborted ? 'timeout' : String(error));
  }
}

/** About one token for a Han character, one for four Latin letters. */
export function tokensOf(text: string): number {
  const han = text.match(/[㐀-鿿]/g)?.length ?? 0;
  return han + Math.ceil((text.length - han) / 4);
}

/** `data:` lines of a server-sent stream; a body beyond the limit ends it. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MAX_BODY) throw new Error('too large');
    rest += decoder.decode(part, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const text of lines) if (text.startsWith('data:')) yield text.slice(5).trim();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
