const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: Uint8Array = values();

/** Bytes from standard base64 without line breaks; `shared` has neither Buffer nor atob. */
export function fromBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let index = 0; index < text.length; index += 4) {
    const word =
      ((VALUES[text.charCodeAt(index)] ?? 0) << 18) |
      ((VALUES[text.charCodeAt(index + 1)] ?? 0) << 12) |
      ((VALUES[text.charCodeAt(index + 2)] ?? 0) << 6) |
      (VALUES[text.charCodeAt(index + 3)] ?? 0);
    bytes[at] = word >> 16;
    bytes[at + 1] = word >> 8;
    bytes[at + 2] = word;
    at += 3;
  }
  return bytes;
}

function values(): Uint8Array {
  const table = new Uint8Array(128);
  for (let index = 0; index < 64; index += 1) table[ALPHABET.charCodeAt(index)] = index;
  return table;
}
