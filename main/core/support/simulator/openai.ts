import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the pretended service behaves. */
export type Temper =
  | { readonly kind: 'good'; readonly text: string }
  /** Waits before the first word until it is released. */
  | { readonly kind: 'slow' }
  /** Translates what it knows, and says everything else again as it came. */
  | { readonly kind: 'dictionary'; readonly words: Readonly<Record<string, string>> }
  /** Ends the line in the middle. */
  | { readonly kind: 'cut_off' }
  | { readonly kind: 'error'; readonly status: number }
  /** Not the protocol at all. */
  | { readonly kind: 'noise' }
  /** Never stops. */
  | { readonly kind: 'endless' };

/** An OpenAI-compatible service on loopback. */
export interface OpenAiSimulator {
  readonly url: string;
  temper: Temper;
  /** Bodies of requests, as they came. */
  readonly asked: string[];
  /** Requests whose line the caller closed. */
  readonly hungUp: () => number;
  readonly close: () => Promise<void>;
}

/** Starts it; `POST /v1/chat/completions` streams as the real one does. */
export async function startOpenAiSimulator(): Promise<OpenAiSimulator> {
  const asked: string[] = [];
  let hungUp = 0;
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) hungUp += 1;
    });
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const part of request) body += String(part);
    asked.push(body);
    const { temper } = simulator;
    if (temper.kind === 'error') {
      response.writeHead(temper.status).end('{"error":{"message":"no"}}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const say = (content: string, finish: string | null = null): void => {
      response.write(
        `data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: finish }] })}\n\n`,
      );
    };
    switch (temper.kind) {
      case 'dictionary':
      case 'good':
        for (const part of wordsOf(temper, body).match(/[\s\S]{1,7}/g) ?? []) say(part);
        say('', 'stop');
        response.write(`data: ${JSON.stringify({ choices: [], usage: { total_tokens: 120 } })}\n\n`);
        response.end('data: [DONE]\n\n');
        return;
      case 'slow':
        response.write(': waiting\n\n');
        return;
      case 'cut_off':
        say('您好，可以');
        setImmediate(() => response.destroy());
        return;
      case 'noise':
        response.end('data: <html>not json</html>\n\n');
        return;
      case 'endless':
        for (let index = 0; index < 2_000 && !response.destroyed; index += 1) say('哈'.repeat(200));
        response.end();
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const simulator: OpenAiSimulator = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    temper: { kind: 'slow' },
    asked,
    hungUp: () => hungUp,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return simulator;
}

/** What is said to a request: always the same, or the last message looked up. */
function wordsOf(temper: Extract<Temper, { kind: 'good' | 'dictionary' }>, body: string): string {
  if (temper.kind === 'good') return temper.text;
  const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly content: string }[] };
  const asked = messages.at(-1)?.content ?? '';
  return temper.words[asked] ?? asked;
}
