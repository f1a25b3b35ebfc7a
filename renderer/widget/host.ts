import {
  type HostMessage,
  isFrom,
  readHostMessage,
  sealWidget,
  type WidgetMessage,
} from './host-messages.ts';

/** The page around the widget. */
export interface Host {
  readonly tell: (message: WidgetMessage) => void;
  readonly listen: (heard: (message: HostMessage) => void) => () => void;
}

/** The page of that origin; messages of any other are left unread, and nothing is posted to any other. */
export function hostPage(page: Window, origin: string | undefined): Host | null {
  if (origin === undefined || page.parent === page) return null;
  const expected = { origin, source: page.parent };
  return {
    tell: (message) => page.parent.postMessage(sealWidget(message), origin),
    listen: (heard) => {
      const take = (event: MessageEvent) => {
        const message = isFrom(event, expected) ? readHostMessage(event.data) : null;
        if (message !== null) heard(message);
      };
      page.addEventListener('message', take);
      return () => page.removeEventListener('message', take);
    },
  };
}
