import { type OpenContext, readContext } from './params.ts';

/** What the embedding page tells the widget. */
export type HostMessage =
  | {
      readonly kind: 'hello';
      readonly token?: string | undefined;
      readonly context?: OpenContext | undefined;
    }
  | { readonly kind: 'shown'; readonly shown: boolean };

/** What the widget tells the embedding page. Nothing of the conversation leaves it. */
export type WidgetMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unread'; readonly count: number }
  | { readonly kind: 'close' };

const HOST = 'changkong-host';
const WIDGET = 'changkong-widget';

/** A message as it is posted. */
export function sealHost(message: HostMessage): object {
  return { ...message, from: HOST };
}

/** A message as it is posted. */
export function sealWidget(message: WidgetMessage): object {
  return { ...message, from: WIDGET };
}

/** Reads what came from the page around; the caller has checked who sent it. Null for anything else. */
export function readHostMessage(data: unknown): HostMessage | null {
  if (field(data, 'from') !== HOST) return null;
  const token = field(data, 'token');
  switch (field(data, 'kind')) {
    case 'hello': {
      const context = readContext(field(data, 'context'));
      return {
        kind: 'hello',
        ...(typeof token === 'string' && token !== '' ? { token: token.slice(0, 4_000) } : {}),
        ...(context === null ? {} : { context }),
      };
    }
    case 'shown':
      return { kind: 'shown', shown: field(data, 'shown') === true };
    default:
      return null;
  }
}

/** Reads what came from the widget; the caller has checked who sent it. Null for anything else. */
export function readWidgetMessage(data: unknown): WidgetMessage | null {
  if (field(data, 'from') !== WIDGET) return null;
  const count = field(data, 'count');
  switch (field(data, 'kind')) {
    case 'ready':
      return { kind: 'ready' };
    case 'close':
      return { kind: 'close' };
    case 'unread':
      return typeof count === 'number' && Number.isInteger(count) && count >= 0
        ? { kind: 'unread', count: Math.min(count, 999) }
        : null;
    default:
      return null;
  }
}

/** Whether a posted message is from the one window and origin it must be from. */
export function isFrom(
  event: { readonly origin: string; readonly source: unknown },
  expected: { readonly origin: string; readonly source: unknown },
): boolean {
  return event.origin === expected.origin && event.source === expected.source && expected.source !== null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
