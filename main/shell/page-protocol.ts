import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { DESKTOP_ORIGIN } from '../../shared/api/desktop-messages.ts';
import { pageFile, pageHeaders } from './page-files.ts';

const SCHEME = new URL(DESKTOP_ORIGIN).protocol.slice(0, -1);

/** Must be called before the app is ready: makes the page's scheme a secure, standard origin. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page's files, and nothing outside `root`. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? pageFile(root, request.url) : null;
    if (file === null) return nothing();
    try {
      return new Response(new Uint8Array(await readFile(file.path)), { headers: pageHeaders(file.type) });
    } catch {
      return nothing();
    }
  });
}

function nothing(): Response {
  return new Response('', { status: 404, headers: pageHeaders('text/plain; charset=utf-8') });
}
