import { type LiveEvent, textOf } from '../domain/event.ts';

/** A cheer inside a message, e.g. `Cheer100`. */
const CHEER = /(?<![\w])[A-Za-z][A-Za-z\d]{1,24}?\d{1,6}(?![\w])/g;

/**
 * The words of an event with emotes and cheers blanked out, so that places stay what they are in the
 * original: pictures are no speech, and crowds repeat them all the time.
 */
export function readableText(event: LiveEvent): string {
  const text = textOf(event);
  if (event.kind !== 'chat') return text;
  const { fragments, paid } = event.body;
  const plain = fragments === undefined ? text : withoutPictures(text, fragments);
  return paid?.money.unit === 'bits' ? plain.replace(CHEER, (cheer) => ' '.repeat(cheer.length)) : plain;
}

function withoutPictures(
  text: string,
  fragments: readonly { readonly type: string; readonly text: string }[],
): string {
  let out = '';
  let at = 0;
  for (const fragment of fragments) {
    const isPicture = fragment.type === 'emote' || fragment.type === 'cheermote';
    if (!isPicture || fragment.text === '') continue;
    const found = text.indexOf(fragment.text, at);
    if (found < 0) continue;
    out += text.slice(at, found) + ' '.repeat(fragment.text.length);
    at = found + fragment.text.length;
  }
  return at === 0 ? text : out + text.slice(at);
}
