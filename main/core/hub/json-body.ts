import type { FastifyInstance } from 'fastify';

/**
 * Takes JSON bodies of at most `limit` bytes, however they are sent: the library behind would read a
 * body without a stated length to its end. Other bodies are not read at all.
 */
export function takeJson(scope: FastifyInstance, limit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: limit },
    (_request, body, done) => {
      try {
        done(null, body === '' ? undefined : JSON.parse(String(body)));
      } catch {
        done(Object.assign(new Error('the body is not JSON'), { statusCode: 400 }));
      }
    },
  );
  scope.addContentTypeParser('*', (_request, _payload, done) =>
    done(Object.assign(new Error('content-type: application/json'), { statusCode: 415 })),
  );
}
