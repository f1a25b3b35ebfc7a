import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Severity } from '../../shared/domain/flag.ts';
import { type TextPiece, textPieces } from '../logic/hostile.ts';
import classes from './ui.module.css';

/**
 * Somebody else's words: text only, never HTML; what would be invisible or turn the reading
 * direction shows as a small box; `spans` (UTF-16 offsets) are underlined in the severity's colour.
 */
export const HostileText = memo(function HostileText(props: {
  readonly text: string;
  readonly spans?: readonly (readonly [number, number])[] | undefined;
  readonly severity?: Severity | undefined;
}) {
  return (
    <bdi className={classes.text}>
      {textPieces(props.text, props.spans).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
        <Piece key={index} piece={piece} severity={props.severity} />
      ))}
    </bdi>
  );
});

function Piece(props: { readonly piece: TextPiece; readonly severity: Severity | undefined }) {
  const { piece } = props;
  const content = piece.kind === 'plain' ? piece.text : <Hidden code={piece.code} />;
  if (!piece.marked) return content;
  return (
    <mark className={classes.mark} data-severity={props.severity}>
      {content}
    </mark>
  );
}

function Hidden(props: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.hidden} title={t('control.char', { code: props.code })}>
      {props.code.slice(2)}
    </span>
  );
}
