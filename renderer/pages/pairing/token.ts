/** The one-time token in an address's fragment (`#pair=TOKEN`), or null. */
export function tokenFromHash(hash: string): string | null {
  const found = /(?:^#?|[#&?])pair=([^&#\s]+)/.exec(hash);
  if (found?.[1] === undefined) return null;
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return null;
  }
}

/** The address without the token, so that it is neither shared nor kept in the history. */
export function withoutToken(hash: string): string {
  const rest = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('pair='));
  return rest.length === 0 ? '' : `#${rest.join('&')}`;
}

/** What somebody pasted, as a token: a whole invitation link gives its token, spaces and breaks go. */
export function tidyToken(pasted: string): string {
  return tokenFromHash(pasted) ?? pasted.replace(/\s+/g, '');
}

/** Long enough to be asked about (the contract's limits). */
export function canSubmit(token: string): boolean {
  return token.length >= 8 && token.length <= 200;
}
