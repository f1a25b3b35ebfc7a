import { HostileText } from '../../ui/HostileText.tsx';

/** Somebody's words of several lines. */
export function HostileLines(props: { readonly text: string }) {
  const lines = props.text.split(/\r?\n/);
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other identity
    <div key={index}>{line === '' ? '\u00a0' : <HostileText text={line} />}</div>
  ));
}
