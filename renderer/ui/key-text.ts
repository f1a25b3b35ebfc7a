/** A shortcut written the Mac's way (`⌥T`, `⌘K`, `⇧E`), as the keyboard of `platform` (`navigator.platform`) prints it. */
export function keyText(key: string, platform: string): string {
  if (platform.startsWith('Mac')) return key;
  return key.replaceAll('⌘', 'Ctrl+').replaceAll('⌥', 'Alt+').replaceAll('⇧', 'Shift+');
}
