import { useState } from 'react';
import { wordsText } from './logic/words-text.ts';

/**
 * A list shown as typed text: half-typed separators stay while one types, and a list changed from
 * elsewhere is shown anew. The second value takes what was typed and gives the list.
 */
export function useTyped(
  list: readonly string[],
  read: (text: string) => readonly string[],
): readonly [text: string, type: (text: string) => readonly string[]] {
  const [typed, setTyped] = useState(() => wordsText(list));
  const shown = read(typed).join('\n') === list.join('\n') ? typed : wordsText(list);
  return [
    shown,
    (text) => {
      setTyped(text);
      return read(text);
    },
  ];
}
