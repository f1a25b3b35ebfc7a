/** What a key press means to the page, or null where it belongs to the browser or to a field. */
export function keyName(
  press: {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly altKey: boolean;
    readonly isComposing?: boolean;
  },
  target: { readonly typing: boolean; readonly button: boolean; readonly dialog: boolean },
): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing === true) return null;
  if (target.typing || target.dialog) return null;
  if (target.button && (press.key === 'Enter' || press.key === ' ')) return null;
  return press.key.length === 1 ? press.key.toLowerCase() : press.key;
}
