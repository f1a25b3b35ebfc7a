import { DESKTOP_ORIGIN } from '../../shared/api/desktop-messages.ts';

/** The parts of a message's sender that decide whether it is heard. */
export interface Sender {
  /** Address of the frame that spoke; null when it is already gone. */
  readonly frameUrl: string | null;
  readonly topFrame: boolean;
  /** The window is one that this app opened. */
  readonly ownWindow: boolean;
}

/** Only the top frame of our own windows, still showing our own page, is heard. */
export function isTrusted(sender: Sender): boolean {
  return sender.ownWindow && sender.topFrame && sender.frameUrl !== null && isOwnPage(sender.frameUrl);
}

/** Parsed and compared, never by how the address begins. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return `${url.protocol}//${url.host}` === DESKTOP_ORIGIN && url.username === '' && url.password === '';
}

/** An address that may be shown to a person for opening in the browser: https with a host, nothing else. */
export function externalAddress(address: string): URL | null {
  if (address.length > 2_000 || !URL.canParse(address)) return null;
  const url = new URL(address);
  const plain =
    url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '';
  return plain ? url : null;
}

/** What a page may have; everything else is denied. */
export function mayHave(permission: string, address: string): boolean {
  return isOwnPage(address) && (permission === 'notifications' || permission === 'clipboard-sanitized-write');
}
