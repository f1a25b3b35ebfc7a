/** What the pinned tmi.js 1.8.5 has inside and its typings leave out; guarded by tmi-reader.test.ts. */
export interface TmiInside {
  _onMessage: (event: { readonly data: unknown }) => void;
  handleMessage: (message: TmiMessage) => void;
  pingLoop: ReturnType<typeof setInterval> | null;
  pingTimeout: ReturnType<typeof setTimeout> | null;
  ws: TmiSocket | null;
  wasCloseCalled: boolean;
}

/** A line as tmi.js parsed it, before it turns `"1"` into `true`. */
export interface TmiMessage {
  readonly raw: string;
  prefix: string | null;
  readonly command: string | null;
  readonly params: readonly string[];
}

export interface TmiSocket {
  readonly readyState: number;
  readonly send: (text: string) => void;
  readonly close: () => void;
  /** Only where tmi.js found no global WebSocket and took `ws`. */
  readonly terminate?: () => void;
}
