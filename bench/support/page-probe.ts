/** What the probe in the page counted. */
export interface ProbeReport {
  /** Time between animation frames, ms. */
  readonly frames: readonly number[];
  /** How many frames ago the newest row that is shown had come, a sample a frame. */
  readonly behind: readonly number[];
  /** From the scheduled time of the newest row that is shown to now, ms, a sample a frame. */
  readonly lagMs: readonly number[];
  /** Looks at the list, five a second, and those at which no row was in sight. */
  readonly looks: number;
  readonly blanks: number;
  /** Cards of the queue, each with the frame (epoch ms) in which it was first there. */
  readonly cards: readonly (readonly [flagId: string, at: number])[];
  /** From a click to the frame after its effect, ms. */
  readonly clicks: readonly number[];
  readonly rows: number;
}

/** What the probe is told. */
export interface ProbeOptions {
  /** Marks a row’s number inside its id and in frames of the feed. */
  readonly mark: string;
  /** Epoch ms at which row 0 was due, and rows a second. */
  readonly startedAt: number;
  readonly rate: number;
  readonly forMs: number;
  readonly clicks: number;
}

/** Runs in the page before anything else: notes how far the feed has come. Self-contained, it crosses as text. */
export function watchSockets(mark: string): void {
  const noted = window as unknown as { benchReceived: number };
  noted.benchReceived = -1;
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', (event: MessageEvent) => {
        const text = typeof event.data === 'string' ? event.data : '';
        if (!text.includes('"thinned"')) return;
        const at = text.lastIndexOf(mark);
        if (at < 0) return;
        const n = Number.parseInt(text.slice(at + mark.length, at + mark.length + 12), 10);
        if (n > noted.benchReceived) noted.benchReceived = n;
      });
    }
  };
}

/** Runs in the page for a while and counts. Self-contained, it crosses as text. */
export function probePage(options: ProbeOptions): Promise<ProbeReport> {
  const { mark, startedAt, rate, forMs } = options;
  const noted = window as unknown as { benchReceived: number };
  const frames: number[] = [];
  const behind: number[] = [];
  const lagMs: number[] = [];
  const clicks: number[] = [];
  const came: number[] = [];
  const cards = new Map<string, number>();
  let looks = 0;
  let blanks = 0;
  let rows = 0;
  const numberOf = (element: Element | undefined): number => {
    const id = element?.getAttribute('data-event-id') ?? '';
    const at = id.lastIndexOf(mark);
    return at < 0 ? -1 : Number.parseInt(id.slice(at + mark.length), 10);
  };
  const newestShown = (): number => {
    let newest = -1;
    const shown = document.querySelectorAll('[data-testid="live"] [data-event-id]');
    rows = shown.length;
    for (let at = shown.length - 1; at >= Math.max(0, shown.length - 3); at -= 1) {
      newest = Math.max(newest, numberOf(shown[at]));
    }
    return newest;
  };
  const noteCards = (): void => {
    for (const card of document.querySelectorAll('[data-testid="flag-card"]')) {
      const id = card.getAttribute('data-flag-id') ?? '';
      if (!cards.has(id)) cards.set(id, Date.now());
    }
  };
  const look = (): void => {
    const box = document.querySelector('[data-testid="live"]')?.getBoundingClientRect();
    looks += 1;
    const isSeen = [...document.querySelectorAll('[data-testid="live"] [data-event-id]')].some((element) => {
      const own = element.getBoundingClientRect();
      return box !== undefined && own.height > 0 && own.bottom > box.top && own.top < box.bottom;
    });
    if (!isSeen) blanks += 1;
  };
  const click = (due: number): void => {
    const all = [...document.querySelectorAll('[data-testid="flag-card"]')];
    const card = all.find((each) => each.getAttribute('data-selected') !== 'true');
    const id = card?.getAttribute('data-flag-id');
    if (card === undefined || id === null || id === undefined) return;
    card.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    const wait = (): void => {
      const now = document.querySelector(`[data-flag-id="${id}"]`);
      if (now?.getAttribute('data-selected') === 'true') clicks.push(performance.now() - due);
      else if (performance.now() - due < 2_000) requestAnimationFrame(wait);
      else clicks.push(2_000);
    };
    requestAnimationFrame(wait);
  };
  return new Promise((done) => {
    const start = performance.now();
    let last = start;
    noteCards();
    const old = new Set(cards.keys());
    const looking = setInterval(look, 200);
    for (let turn = 0; turn < options.clicks; turn += 1) {
      const due = start + ((turn + 1) * forMs) / (options.clicks + 1);
      setTimeout(() => click(due), due - start);
    }
    const frame = (): void => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      const shown = newestShown();
      noteCards();
      came.push(noted.benchReceived);
      if (shown >= 0) {
        let ago = 0;
        while (ago < came.length - 1 && (came[came.length - 1 - ago] ?? 0) > shown) ago += 1;
        behind.push(ago);
        lagMs.push(Date.now() - (startedAt + (shown * 1_000) / rate));
      }
      if (now - start < forMs) requestAnimationFrame(frame);
      else {
        clearInterval(looking);
        const fresh = [...cards].filter(([id]) => !old.has(id));
        setTimeout(() => done({ frames, behind, lagMs, looks, blanks, cards: fresh, clicks, rows }), 200);
      }
    };
    requestAnimationFrame(frame);
  });
}
