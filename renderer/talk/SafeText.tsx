import { textPieces } from '../logic/hostile.ts';
import classes from './talk.module.css';

/** Somebody's words: text only, and what would be invisible or turn the reading direction shows as a box. */
export function SafeText(props: { readonly text: string }) {
  return (
    <bdi className={classes.words}>
      {props.text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other identity
        <span key={index}>
          {index === 0 ? null : <br />}
          {textPieces(line).map((piece, at) =>
            piece.kind === 'plain' ? (
              piece.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
              <code key={at}>{piece.code.slice(2)}</code>
            ),
          )}
        </span>
      ))}
    </bdi>
  );
}
