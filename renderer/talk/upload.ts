/** What the hub says of an upload. */
export type Uploaded =
  | { readonly kind: 'stored'; readonly attachmentId: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly code: string };

/** Sends bytes to the hub over HTTP and tells how far it is, 0..1. */
export function uploadFile(options: {
  readonly url: string;
  readonly bytes: Blob;
  readonly bearer?: string | undefined;
  readonly progress: (share: number) => void;
}): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', options.url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (options.bearer !== undefined) request.setRequestHeader('Authorization', `Bearer ${options.bearer}`);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.progress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(readAnswer(request.status, request.responseText)));
    request.addEventListener('error', () => resolve({ kind: 'unreachable' }));
    request.addEventListener('abort', () => resolve({ kind: 'unreachable' }));
    request.send(options.bytes);
  });
}

/** Reads the answer; a fault's code where the hub gave one. */
export function readAnswer(status: number, text: string): Uploaded {
  const body = parse(text);
  const id = at(at(body, 'attachment'), 'id');
  if (status >= 200 && status < 300 && typeof id === 'string') return { kind: 'stored', attachmentId: id };
  if (status === 0 || status === 502 || status === 504) return { kind: 'unreachable' };
  const code = [at(at(body, 'data'), 'code'), at(body, 'code'), at(at(body, 'fault'), 'code')].find(
    (one) => typeof one === 'string',
  );
  return {
    kind: 'refused',
    code: typeof code === 'string' ? code : status === 413 ? 'too_large' : 'invalid',
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
