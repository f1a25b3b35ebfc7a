import { keyText } from './key-text.ts';
import classes from './ui.module.css';

/** A key as it is printed on the keyboard; `⌘` and `⌥` become what they are called elsewhere. */
export function Kbd(props: { readonly k: string }) {
  return <kbd className={classes.kbd}>{keyText(props.k, navigator.platform)}</kbd>;
}
