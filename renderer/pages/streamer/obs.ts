/** Whether the page is an OBS overlay: `?obs=1` before or after the `#`. */
export function isObs(search: string, hash: string): boolean {
  const inHash = hash.split('?', 2)[1] ?? '';
  return [search, inHash].some((text) => new URLSearchParams(text).get('obs') === '1');
}
