import { desktopBridge } from '../../transport/bridge.ts';

/** Opens a web address outside the console; anything but http and https is left alone. */
export function openExternal(url: string): void {
  if (!isWebAddress(url)) return;
  const bridge = desktopBridge();
  if (bridge !== undefined) void bridge.openExternal(url);
  else window.open(url, '_blank', 'noopener,noreferrer');
}

/** Whether an address somebody sent may be offered as a link. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
