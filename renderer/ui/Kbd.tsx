import classes from './ui.module.css';

/** A key as it is printed on the keyboard. */
export function Kbd(props: { readonly k: string }) {
  return <kbd className={classes.kbd}>{props.k}</kbd>;
}
